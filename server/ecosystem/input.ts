import { z } from "zod";
import { ELEMENTS, LANGUAGES, RATING_BASES, RATINGS } from "@/db/enums";
import { day } from "../core/dates";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const sentence = z.string().trim().max(4000);
const name = z.string().trim().min(1).max(200);

/** What a measured rating rests on: how it was computed, and from what. */
export const measurement = z.strictObject({
  formula: sentence.min(3).max(500),
  inputs: z
    .array(z.strictObject({ name, value: z.number(), unit: z.string().trim().max(60).default("") }))
    .min(1)
    .max(20),
});

export const heatmapInput = z.strictObject({
  kind: z.enum(["sector", "cluster"]).optional(),
  ecosystem: slug.optional(),
  element: z.enum(ELEMENTS).optional(),
});
export const cellInput = z.strictObject({ ecosystem: slug, element: z.enum(ELEMENTS) });
export const roundInput = z.strictObject({ id: z.uuid() });
export const createRoundInput = z.strictObject({ title: sentence.min(3).max(200), heldOn: day });
/** A measured rating comes with its measurement, a judged one with the evidence that was looked at. */
export const rateCellInput = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    ecosystem: slug,
    element: z.enum(ELEMENTS),
    rating: z.enum(RATINGS),
    basis: z.enum(RATING_BASES),
    language: z.enum(LANGUAGES),
    ground: sentence.min(10),
    evidence: sentence.default(""),
    measurement: measurement.nullable().default(null),
  })
  .refine((it) => it.rating === "not-assessed" || it.basis !== "measured" || it.measurement !== null, {
    path: ["measurement"],
    message: "ecosystem.measuredWithout",
  })
  .refine((it) => it.rating === "not-assessed" || it.basis !== "judged" || it.evidence.length >= 3, {
    path: ["evidence"],
    message: "ecosystem.judgedWithout",
  });
export const publishRoundInput = z.strictObject({ id: z.uuid(), version: z.int() });

export type HeatmapInput = z.infer<typeof heatmapInput>;
export type CellInput = z.infer<typeof cellInput>;
export type CreateRound = z.infer<typeof createRoundInput>;
export type RateCell = z.infer<typeof rateCellInput>;
export type PublishRound = z.infer<typeof publishRoundInput>;
