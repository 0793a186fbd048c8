import type { RoundState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";

export type RoundAction = "rate" | "publish";

export const roundLifecycle = defineLifecycle<RoundState, RoundAction>({
  subject: "diagnosis",
  initial: "draft",
  transitions: { draft: { rate: "draft", publish: "published" }, published: {} },
});

/** A round is published with at least one rating that was really given. */
export function missingForPublication(round: { rated: number }): Missing[] {
  return round.rated > 0 ? [] : [{ field: "ratings", key: "ecosystem.nothingRated" }];
}
