import { z } from "zod";
import { MAIL_FREQUENCIES } from "@/db/enums";

export const newsInput = z.strictObject({ limit: z.int().min(1).max(100).default(30) });
/** Up to which event the person has read what changed. */
export const readInput = z.strictObject({ seq: z.int().min(0) });

/** How often to be written to, and from which hour of the region's clock on. */
export const mailSettingsInput = z.strictObject({
  frequency: z.enum(MAIL_FREQUENCIES),
  hour: z.int().min(0).max(23),
});
export const unsubscribeInput = z.strictObject({ token: z.string().max(200) });
export type MailSettings = z.infer<typeof mailSettingsInput>;
/** For who never chose. */
export const USUAL_MAIL: MailSettings = { frequency: "daily", hour: 8 };

/** The one action that a task asks. A duty waits for this person or organisation; a chance is open to it. */
export const DUTIES = [
  "answerBundling",
  "answerWindow",
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
