import { z } from "zod";
import { LANGUAGES } from "@/db/enums";

const text = z.string().trim();
const criterionKey = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const saveResponseInput = z.strictObject({
  challengeId: z.uuid(),
  /** Null for the first save; later the version that was seen. */
  version: z.int().nullable().default(null),
  title: text.min(3).max(200),
  body: text.max(40_000).default(""),
  language: z.enum(LANGUAGES),
  priceCents: z.int().min(0).max(1e13).nullable().default(null),
});
export const responseStepInput = z.strictObject({ id: z.uuid(), version: z.int() });
export const responseIdInput = z.strictObject({ id: z.uuid() });
export const ofChallengeInput = z.strictObject({ challengeId: z.uuid() });

export const HIGHEST_SCORE = 5;

export const scoreInput = z.strictObject({
  criterion: criterionKey,
  /** 0 to 5, or null where the criterion does not apply. */
  score: z.int().min(0).max(HIGHEST_SCORE).nullable(),
  reason: text.max(2000).default(""),
});
export const saveReviewInput = z.strictObject({
  responseId: z.uuid(),
  /** Null for the first save; later the version that was seen. */
  version: z.int().nullable().default(null),
  scores: z.array(scoreInput).max(12),
  comment: text.max(4000).default(""),
  submit: z.boolean().default(false),
});

/** What the client says of one response: to its respondent and, when selected, in public. */
export const verdictInput = z.strictObject({
  responseId: z.uuid(),
  isSelected: z.boolean(),
  reasons: z.record(criterionKey, text.max(4000)),
  /** How reviewers who lay far apart came to agree. */
  consensus: text.max(4000).default(""),
});
export const selectInput = z.strictObject({
  challengeId: z.uuid(),
  version: z.int(),
  verdicts: z.array(verdictInput).min(1).max(500),
  /** Why none was selected, in public; only when that is so. */
  noneReason: text.max(4000).default(""),
});

export type SaveResponse = z.infer<typeof saveResponseInput>;
export type ResponseStep = z.infer<typeof responseStepInput>;
export type SaveReview = z.infer<typeof saveReviewInput>;
export type ReviewScore = z.infer<typeof scoreInput>;
export type Select = z.infer<typeof selectInput>;
export type Verdict = z.infer<typeof verdictInput>;
