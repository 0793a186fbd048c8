import type { ResponseState, ReviewState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";

export type ResponseAction = "save" | "submit" | "withdraw";

/** Until the deadline a response can be taken back and handed in again. */
export const responseLifecycle = defineLifecycle<ResponseState, ResponseAction>({
  subject: "response",
  initial: "draft",
  transitions: {
    draft: { save: "draft", submit: "submitted", withdraw: "withdrawn" },
    submitted: { withdraw: "withdrawn" },
    withdrawn: { save: "draft" },
  },
});

export const reviewLifecycle = defineLifecycle<ReviewState, "save" | "submit">({
  subject: "review",
  initial: "draft",
  transitions: { draft: { save: "draft", submit: "submitted" }, submitted: {} },
});

export function missingForSubmission(response: { body: string; priceCents: number | null }): Missing[] {
  const missing: Missing[] = [];
  if (response.body.trim() === "") missing.push({ field: "body", key: "responses.missing.body" });
  if (response.priceCents === null)
    missing.push({ field: "priceCents", key: "responses.missing.priceCents" });
  return missing;
}
