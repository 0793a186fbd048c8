import { z } from "zod";
import { needFilters } from "../needs/input";

export const roadmapInput = z.strictObject({
  ...needFilters,
  page: z.int().min(1).max(10_000).default(1),
});

/** What the columns of the board are. */
export const BOARDS = ["certainty", "status"] as const;
export const boardInput = z.strictObject({ ...needFilters, by: z.enum(BOARDS).default("certainty") });
export const placesInput = z.strictObject(needFilters);

export type Board = z.infer<typeof boardInput>;
export type Places = z.infer<typeof placesInput>;
export type Roadmap = z.infer<typeof roadmapInput>;
