import type { NeedState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";

export type NeedAction = "change" | "publish" | "move" | "withdraw" | "fulfil";

export const needLifecycle = defineLifecycle<NeedState, NeedAction>({
  subject: "need",
  initial: "draft",
  transitions: {
    draft: { change: "draft", publish: "published", withdraw: "withdrawn" },
    published: { change: "published", move: "published", withdraw: "withdrawn", fulfil: "fulfilled" },
    fulfilled: {},
    withdrawn: {},
  },
});

type Draft = {
  windowStart: string | null;
  windowEnd: string | null;
  valueMinCents: number | null;
  valueMaxCents: number | null;
  theme: string | null;
  cpv: string | null;
  visibility: string;
  invitedCount: number;
};

/** What keeps a need from being published. */
export function missingForPublication(need: Draft): Missing[] {
  const missing: Missing[] = [];
  for (const field of ["windowStart", "windowEnd", "valueMinCents", "valueMaxCents"] as const)
    if (need[field] === null) missing.push({ field, key: `needs.missing.${field}` });
  if (need.theme === null && need.cpv === null) missing.push({ field: "theme", key: "needs.missing.theme" });
  if (need.visibility === "invited" && need.invitedCount === 0)
    missing.push({ field: "invited", key: "needs.missing.invited" });
  return missing;
}
