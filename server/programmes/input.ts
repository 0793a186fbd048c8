import { z } from "zod";
import { ELEMENTS, LANGUAGES, PLEDGE_KINDS } from "@/db/enums";
import { day } from "../core/dates";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const text = z.string().trim();
const year = z.int().min(2000).max(2100);

const fields = {
  title: text.min(5).max(200),
  description: text.max(20_000).default(""),
  language: z.enum(LANGUAGES),
  theme: slug.nullable().default(null),
  programmeTheme: slug.nullable().default(null),
  ecosystems: z.array(slug).max(20).default([]),
  elements: z.array(z.enum(ELEMENTS)).max(10).default([]),
};

export const createProgrammeInput = z.strictObject(fields);
export const changeProgrammeInput = z.strictObject({ ...fields, id: z.uuid(), version: z.int() });
export const programmeStepInput = z.strictObject({ id: z.uuid(), version: z.int() });
export const closeProgrammeInput = programmeStepInput.extend({ reason: text.min(5).max(1000) });
export const programmeIdInput = z.strictObject({ id: z.uuid() });
export const listProgrammesInput = z.strictObject({ mine: z.boolean().default(false) });
export const onCellInput = z.strictObject({ ecosystem: slug, element: z.enum(ELEMENTS) });

const link = { programmeId: z.uuid(), needId: z.uuid() };
/** Without a day the buyer has four weeks. */
export const proposeNeedInput = z.strictObject({ ...link, answerBy: day.nullable().default(null) });
/** A link is bound to the version that its decider saw. */
export const linkStepInput = z.strictObject({ ...link, version: z.int() });
export const reasonedLinkStepInput = linkStepInput.extend({ reason: text.min(5).max(1000) });
/** Windows that the lead asks buyers for, each for the need as it saw it; all or nothing. */
export const askWindowsInput = z.strictObject({
  programmeId: z.uuid(),
  reason: text.min(5).max(1000),
  windows: z
    .array(
      z
        .strictObject({ needId: z.uuid(), version: z.int(), windowStart: day, windowEnd: day })
        .refine((it) => it.windowStart <= it.windowEnd, {
          path: ["windowEnd"],
          message: "needs.endsBeforeStart",
        }),
    )
    .min(1)
    .max(200),
});
const regrouping = { reason: text.min(5).max(1000), id: z.uuid(), version: z.int() };
/** The programme and the needs that go along to a new one. */
export const splitProgrammeInput = z.strictObject({
  ...regrouping,
  title: text.min(5).max(200),
  needIds: z.array(z.uuid()).min(1, "programmes.chooseNeeds").max(500),
});
/** The programme that ends, and the one in which it goes on. */
export const mergeProgrammeInput = z.strictObject({ ...regrouping, intoId: z.uuid() });
export const undoRegroupingInput = z.strictObject({ id: z.uuid() });
export const linkInterventionInput = z.strictObject({ programmeId: z.uuid(), interventionId: z.uuid() });

const pledgeFields = {
  kind: z.enum(PLEDGE_KINDS),
  title: text.min(5).max(200),
  description: text.max(4000).default(""),
  language: z.enum(LANGUAGES),
  amountCents: z.int().min(0).max(1e13).nullable().default(null),
  quantity: z.int().min(0).max(1e9).nullable().default(null),
  unit: text.max(60).nullable().default(null),
  topics: z.array(text.min(1).max(300)).max(30).default([]),
  yearFrom: year,
  yearTo: year,
};
type PledgeFields = z.infer<z.ZodObject<typeof pledgeFields>>;
const yearsOrdered = (it: Pick<PledgeFields, "yearFrom" | "yearTo">) => it.yearFrom <= it.yearTo;
const capitalHasAmount = (it: Pick<PledgeFields, "kind" | "amountCents">) =>
  it.kind !== "capital" || it.amountCents !== null;
const yearsSay = { path: ["yearTo"], message: "programmes.endsBeforeStart" };
const amountSays = { path: ["amountCents"], message: "programmes.amountRequired" };

export const pledgeInput = z
  .strictObject({ ...pledgeFields, programmeId: z.uuid() })
  .refine(yearsOrdered, yearsSay)
  .refine(capitalHasAmount, amountSays);
export const changePledgeInput = z
  .strictObject({ ...pledgeFields, id: z.uuid(), version: z.int() })
  .refine(yearsOrdered, yearsSay)
  .refine(capitalHasAmount, amountSays);
export const withdrawPledgeInput = programmeStepInput;

export type CreateProgramme = z.infer<typeof createProgrammeInput>;
export type ChangeProgramme = z.infer<typeof changeProgrammeInput>;
export type ProgrammeStep = z.infer<typeof programmeStepInput>;
export type CloseProgramme = z.infer<typeof closeProgrammeInput>;
export type Link = z.infer<z.ZodObject<typeof link>>;
export type ProposeNeed = z.infer<typeof proposeNeedInput>;
export type LinkStep = z.infer<typeof linkStepInput>;
export type ReasonedLinkStep = z.infer<typeof reasonedLinkStepInput>;
export type AskWindows = z.infer<typeof askWindowsInput>;
export type SplitProgramme = z.infer<typeof splitProgrammeInput>;
export type MergeProgramme = z.infer<typeof mergeProgrammeInput>;
export type UndoRegrouping = z.infer<typeof undoRegroupingInput>;
export type LinkIntervention = z.infer<typeof linkInterventionInput>;
export type Pledge = z.infer<typeof pledgeInput>;
export type ChangePledge = z.infer<typeof changePledgeInput>;
