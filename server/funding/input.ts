import { z } from "zod";
import { DECISION_KINDS, FUND_STATES, LANGUAGES } from "@/db/enums";
import { missionTest } from "../challenges/input";

const text = z.string().trim();
const cents = z.int().min(0).max(1e13);

const fundFields = {
  name: text.min(5).max(200),
  description: text.max(8000).default(""),
  language: z.enum(LANGUAGES),
  budgetCents: cents.min(1),
  conditions: z.array(text.min(5).max(500)).min(1).max(20),
  minimumParties: z.int().min(2).max(20).default(2),
};
export const openFundInput = z.strictObject(fundFields);
export const changeFundInput = z.strictObject({
  ...fundFields,
  status: z.enum(FUND_STATES),
  id: z.uuid(),
  version: z.int(),
});
export const setMandateInput = z.strictObject({
  fundId: z.uuid(),
  personId: z.uuid(),
  limitCents: cents.min(1),
});
export const fundIdInput = z.strictObject({ id: z.uuid() });

const applicationFields = {
  title: text.min(5).max(200),
  description: text.max(20_000).default(""),
  language: z.enum(LANGUAGES),
  amountCents: cents.min(1).nullable().default(null),
  cofundingCents: cents.default(0),
  missionTest,
  parties: z.array(text.min(2).max(200)).max(30).default([]),
};
export const applyInput = z
  .strictObject({
    ...applicationFields,
    fundId: z.uuid(),
    /** What the money is for: a selection decision, or an intervention. */
    decisionId: z.uuid().nullable().default(null),
    interventionId: z.uuid().nullable().default(null),
  })
  .refine((it) => (it.decisionId === null) !== (it.interventionId === null), {
    path: ["decisionId"],
    message: "funding.onePurpose",
  });
export const changeApplicationInput = z.strictObject({
  ...applicationFields,
  id: z.uuid(),
  version: z.int(),
});
export const applicationStepInput = z.strictObject({ id: z.uuid(), version: z.int() });
export const applicationIdInput = z.strictObject({ id: z.uuid() });
export const assessInput = applicationStepInput.extend({
  advice: z.enum(["award", "refuse"]),
  assessment: text.min(20).max(8000),
});
export const signInput = applicationStepInput.extend({
  verdict: z.enum(["award", "refuse"]),
  reason: text.min(10).max(4000),
});
export const listApplicationsInput = z.strictObject({ fundId: z.uuid().optional() });
export const purposesInput = z.strictObject({
  /** Only this purpose, known by the selection decision, its response, or the intervention. */
  decisionId: z.uuid().optional(),
  responseId: z.uuid().optional(),
  interventionId: z.uuid().optional(),
});
export const listDecisionsInput = z.strictObject({
  kind: z.enum(DECISION_KINDS).optional(),
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(50),
});

export type OpenFund = z.infer<typeof openFundInput>;
export type ChangeFund = z.infer<typeof changeFundInput>;
export type SetMandate = z.infer<typeof setMandateInput>;
export type Apply = z.infer<typeof applyInput>;
export type ChangeApplication = z.infer<typeof changeApplicationInput>;
export type ApplicationStep = z.infer<typeof applicationStepInput>;
export type Assess = z.infer<typeof assessInput>;
export type Sign = z.infer<typeof signInput>;
export type Purposes = z.infer<typeof purposesInput>;
export type ListDecisions = z.infer<typeof listDecisionsInput>;
