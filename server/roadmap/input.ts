import { z } from "zod";
import { needFilters } from "../needs/input";

export const roadmapInput = z.strictObject({
  ...needFilters,
  page: z.int().min(1).max(10_000).default(1),
});

export type Roadmap = z.infer<typeof roadmapInput>;
