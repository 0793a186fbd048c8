import type { ResponseState, ReviewState } from "@/db/enums";
import { defineLifecycle, type Missing } from "../core/lifecycle";
import type { ReviewScore, Verdict } from "./input";

export type ResponseAction = "save" | "submit" | "withdraw";
export type ReviewAction = "save" | "submit";

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

export const reviewLifecycle = defineLifecycle<ReviewState, ReviewAction>({
  subject: "review",
  initial: "draft",
  transitions: { draft: { save: "draft", submit: "submitted" }, submitted: {} },
});

/** Each response needs at least this many submitted reviews before the client selects. */
export const LEAST_REVIEWS = 2;
const SHORTEST_REASON = 10;

type Criteria = readonly { key: string }[];

export function missingForSubmission(response: { body: string; priceCents: number | null }): Missing[] {
  const missing: Missing[] = [];
  if (response.body.trim() === "") missing.push({ field: "body", key: "responses.missing.body" });
  if (response.priceCents === null)
    missing.push({ field: "priceCents", key: "responses.missing.priceCents" });
  return missing;
}

/** A review scores each criterion, or says that it does not apply, each with its reason; and scores at least one. */
export function missingForReview(criteria: Criteria, scores: readonly ReviewScore[]): Missing[] {
  const given = new Map(scores.map((score) => [score.criterion, score]));
  const missing = criteria.flatMap(({ key }, index) =>
    given.get(key)?.reason.trim() ? [] : [{ field: `scores.${index}.reason`, key: "responses.scoreReason" }],
  );
  if (missing.length === 0 && scores.every(({ score }) => score === null))
    return [{ field: "scores", key: "responses.anyScore" }];
  return missing;
}

/** What keeps one response's verdict from being given: a reason per criterion and, where reviewers differ, the consensus. */
export function missingForVerdict(
  criteria: Criteria,
  verdict: Pick<Verdict, "reasons" | "consensus">,
  { index, isContested }: { index: number; isContested: boolean },
): Missing[] {
  const of = `verdicts.${index}`;
  const missing = criteria
    .filter(({ key }) => (verdict.reasons[key] ?? "").trim().length < SHORTEST_REASON)
    .map(({ key }) => ({ field: `${of}.reasons.${key}`, key: "responses.reason" }));
  if (isContested && verdict.consensus.trim().length < SHORTEST_REASON)
    missing.push({ field: `${of}.consensus`, key: "responses.consensus" });
  return missing;
}

/** Who selects nothing says why. */
export function missingWithoutSelection(
  verdicts: readonly Pick<Verdict, "isSelected">[],
  noneReason: string,
): Missing[] {
  if (verdicts.some(({ isSelected }) => isSelected) || noneReason.trim().length >= SHORTEST_REASON) return [];
  return [{ field: "noneReason", key: "responses.reason" }];
}
