import { z } from "zod";
import { ELEMENTS, INTERVENTION_STATES, LANGUAGES, PHASES } from "@/db/enums";
import { day } from "../core/dates";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const text = z.string().trim();
const cents = z.int().min(0).max(1e13);

export const target = z.strictObject({
  indicator: text.min(3).max(300),
  unit: text.max(60).default(""),
  baseline: z.number(),
  goal: z.number(),
  reviewOn: day,
});

const fields = {
  title: text.min(5).max(200),
  description: text.max(8000),
  language: z.enum(LANGUAGES),
  instrument: slug,
  ecosystem: slug,
  element: z.enum(ELEMENTS),
  partners: z.array(z.uuid()).max(30).default([]),
  budgetCents: cents,
  startsOn: day,
  endsOn: day,
  target,
};
const ordered = {
  check: (it: { startsOn: string; endsOn: string }) => it.startsOn <= it.endsOn,
  say: { path: ["endsOn"], message: "interventions.endsBeforeStart" },
};

export const planInput = z.strictObject(fields).refine(ordered.check, ordered.say);
export const changeInput = z
  .strictObject({ ...fields, id: z.uuid(), version: z.int() })
  .refine(ordered.check, ordered.say);
export const interventionIdInput = z.strictObject({ id: z.uuid() });
export const stepInput = z.strictObject({ id: z.uuid(), version: z.int() });
export const stopInput = stepInput.extend({ reason: text.min(10).max(2000) });
export const completeInput = stepInput.extend({
  result: z.strictObject({ value: z.number(), measuredOn: day, note: text.min(3).max(2000) }),
});
export const listInput = z.strictObject({
  status: z.enum(INTERVENTION_STATES).optional(),
  ecosystem: slug.optional(),
  element: z.enum(ELEMENTS).optional(),
});
/** What of the catalogue a page shows; the catalogue itself is one list. */
export const catalogueFilter = z.strictObject({
  element: z.enum(ELEMENTS).optional(),
  phase: z.enum(PHASES).optional(),
});
export const fittingInput = z.strictObject({ ecosystem: slug, element: z.enum(ELEMENTS) });

export type Plan = z.infer<typeof planInput>;
export type Change = z.infer<typeof changeInput>;
export type Step = z.infer<typeof stepInput>;
export type Stop = z.infer<typeof stopInput>;
export type Complete = z.infer<typeof completeInput>;
export type ListInterventions = z.infer<typeof listInput>;
export type CatalogueFilter = z.infer<typeof catalogueFilter>;
