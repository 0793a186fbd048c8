import { z } from "zod";
import { LANGUAGES } from "@/db/enums";

const needIds = (least: number) => z.array(z.uuid()).min(least).max(50);

export const suggestionsInput = z.strictObject({ page: z.int().min(1).max(10_000).default(1) });
export const programmeInput = z.strictObject({ programmeId: z.uuid() });
/** Without a programme the needs are said not to belong to each other; with one, not to it. */
export const dismissInput = z
  .strictObject({ needIds: needIds(1), programmeId: z.uuid().nullable().default(null) })
  .refine((it) => it.programmeId !== null || new Set(it.needIds).size > 1, {
    path: ["needIds"],
    message: "bundling.twoNeeded",
  });
export const undoDismissalInput = z.strictObject({ id: z.uuid() });
export const bundleInput = z.strictObject({
  title: z.string().trim().min(5).max(200),
  language: z.enum(LANGUAGES),
  needIds: needIds(1),
});
export const addToProgrammeInput = z.strictObject({ programmeId: z.uuid(), needIds: needIds(1) });

export type Suggestions = z.infer<typeof suggestionsInput>;
export type OfProgramme = z.infer<typeof programmeInput>;
export type Dismiss = z.infer<typeof dismissInput>;
export type UndoDismissal = z.infer<typeof undoDismissalInput>;
export type BundleNeeds = z.infer<typeof bundleInput>;
export type AddToProgramme = z.infer<typeof addToProgrammeInput>;
