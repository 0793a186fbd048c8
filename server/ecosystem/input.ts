import { z } from "zod";
import { ELEMENTS, RATING_BASES, RATINGS } from "@/db/enums";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/);
const sentence = z.string().trim().max(4000);

export const heatmapInput = z.strictObject({
  kind: z.enum(["sector", "cluster"]).optional(),
  ecosystem: slug.optional(),
  element: z.enum(ELEMENTS).optional(),
});
export const cellInput = z.strictObject({ ecosystem: slug, element: z.enum(ELEMENTS) });
export const roundInput = z.strictObject({ id: z.uuid() });
export const createRoundInput = z.strictObject({ title: sentence.min(3).max(200), heldOn: z.iso.date() });
export const rateCellInput = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ecosystem: slug,
  element: z.enum(ELEMENTS),
  rating: z.enum(RATINGS),
  basis: z.enum(RATING_BASES),
  language: z.enum(["nl", "en"]),
  ground: sentence.min(10),
  evidence: sentence.default(""),
});
export const publishRoundInput = z.strictObject({ id: z.uuid(), version: z.int() });

export type HeatmapInput = z.infer<typeof heatmapInput>;
export type CellInput = z.infer<typeof cellInput>;
export type CreateRound = z.infer<typeof createRoundInput>;
export type RateCell = z.infer<typeof rateCellInput>;
export type PublishRound = z.infer<typeof publishRoundInput>;
