import { z } from "zod";

export const newsInput = z.strictObject({ limit: z.int().min(1).max(100).default(30) });
/** Up to which event the person has read what changed. */
export const readInput = z.strictObject({ seq: z.int().min(0) });

/** The one action that a task asks. A duty waits for this person or organisation; a chance is open to it. */
export const DUTIES = [
  "answerBundling",
  "assessChallenge",
  "improveChallenge",
  "finishChallenge",
  "openChallenge",
  "startReview",
  "declareConflict",
  "review",
  "finishResponse",
  "select",
  "finishApplication",
  "assessApplication",
  "sign",
  "publishDecision",
  "verifyOrganisation",
  "acceptInvitation",
  "publishDiagnosis",
  "publishProgramme",
  "fixNeeds",
  "measureResult",
  "finishNeed",
  "applyForMoney",
  "pledgeTraining",
  "pledgeResearch",
  "pledgeCapital",
] as const;
export const CHANCES = ["respond", "pledge"] as const;
/** Those whose deadline is a day, not a moment. */
export const WHOLE_DAYS = [
  "fixNeeds",
  "measureResult",
  "pledgeTraining",
  "pledgeResearch",
  "pledgeCapital",
] as const satisfies readonly (typeof DUTIES)[number][];
export type TaskName = (typeof DUTIES)[number] | (typeof CHANCES)[number];
