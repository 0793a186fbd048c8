import { z } from "zod";
import { LANGUAGES } from "@/db/enums";

const text = z.string().trim();

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

export const scoreInput = z.strictObject({
  criterion: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** 0 to 5, or null where the criterion does not apply. */
  score: z.int().min(0).max(5).nullable(),
  reason: text.max(2000).default(""),
});
export const saveReviewInput = z.strictObject({
  responseId: z.uuid(),
  version: z.int().nullable().default(null),
  scores: z.array(scoreInput).max(12),
  comment: text.max(4000).default(""),
  submit: z.boolean().default(false),
});
export const selectInput = z.strictObject({
  challengeId: z.uuid(),
  version: z.int(),
  selected: z.array(z.uuid()).min(1).max(20),
  /** Why, per criterion, in public. */
  reasons: z.record(z.string().max(60), text.min(10).max(4000)),
  /** Feedback per response, to its respondent alone. */
  feedback: z.record(z.uuid(), text.min(10).max(4000)),
  consensus: text.max(4000).default(""),
});

export type SaveResponse = z.infer<typeof saveResponseInput>;
export type ResponseStep = z.infer<typeof responseStepInput>;
export type SaveReview = z.infer<typeof saveReviewInput>;
export type Select = z.infer<typeof selectInput>;
