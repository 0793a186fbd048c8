import { z } from "zod";
import { CHALLENGE_PROCEDURES, CHALLENGE_STATES, ELEMENTS, LANGUAGES } from "@/db/enums";
import { moment } from "../core/dates";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const text = z.string().trim();

export const MISSION_PARTS = ["safe", "better", "just"] as const;
export const MISSION_QUESTIONS = ["how", "forWhom", "measuredBy"] as const;

/** How it serves the mission, for whom, measured by what. */
export const missionAnswer = z.strictObject({
  how: text.max(2000).default(""),
  forWhom: text.max(1000).default(""),
  measuredBy: text.max(1000).default(""),
});
export const missionTest = z.strictObject({
  safe: missionAnswer,
  better: missionAnswer,
  just: missionAnswer,
});
export const criterion = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text.min(2).max(120),
  weight: z.int().min(1).max(100),
});

const fields = {
  title: text.min(5).max(200),
  description: text.max(20_000).default(""),
  language: z.enum(LANGUAGES),
  needId: z.uuid().nullable().default(null),
  programmeId: z.uuid().nullable().default(null),
  theme: slug.nullable().default(null),
  ecosystem: slug.nullable().default(null),
  elements: z.array(z.enum(ELEMENTS)).max(10).default([]),
  missionTest,
  parties: z.array(text.min(2).max(200)).max(30).default([]),
  procedure: z.enum(CHALLENGE_PROCEDURES),
  criteria: z.array(criterion).max(12).default([]),
  budgetCents: z.int().min(0).max(1e13).nullable().default(null),
  contact: text.max(254).default(""),
  deadline: moment.nullable().default(null),
};

export const createChallengeInput = z.strictObject(fields);
export const changeChallengeInput = z.strictObject({ ...fields, id: z.uuid(), version: z.int() });
export const challengeStepInput = z.strictObject({ id: z.uuid(), version: z.int() });
export const challengeIdInput = z.strictObject({ id: z.uuid() });
export const reasonedChallengeStepInput = challengeStepInput.extend({ reason: text.min(10).max(4000) });
export const listChallengesInput = z.strictObject({
  q: text.max(200).default(""),
  phase: z.enum([...CHALLENGE_STATES, "closed"]).optional(),
  theme: slug.optional(),
  ecosystem: slug.optional(),
  element: z.enum(ELEMENTS).optional(),
  mine: z.boolean().default(false),
});
export const assignReviewerInput = z.strictObject({ id: z.uuid(), personId: z.uuid() });
export const declareConflictInput = z
  .strictObject({ id: z.uuid(), conflict: z.enum(["none", "conflict"]), note: text.max(1000).default("") })
  .refine((it) => it.conflict === "none" || it.note.length >= 5, {
    path: ["note"],
    message: "challenges.note",
  });

export type MissionTest = z.infer<typeof missionTest>;
export type Criterion = z.infer<typeof criterion>;
export type CreateChallenge = z.infer<typeof createChallengeInput>;
export type ChangeChallenge = z.infer<typeof changeChallengeInput>;
export type ChallengeStep = z.infer<typeof challengeStepInput>;
export type ReasonedChallengeStep = z.infer<typeof reasonedChallengeStepInput>;
export type ListChallenges = z.infer<typeof listChallengesInput>;
export type AssignReviewer = z.infer<typeof assignReviewerInput>;
export type DeclareConflict = z.infer<typeof declareConflictInput>;

/** What one form holds, for a new challenge and for a change. */
export type ChallengeFields = CreateChallenge & Partial<Pick<ChangeChallenge, "id" | "version">>;
