import { publicProcedure, router } from "../../trpc/init";
import { pledgingInput, roadmapInput } from "../input";
import { companyLens } from "./queries/company";
import { educatorLens } from "./queries/educator";
import { financierLens } from "./queries/financier";
import { pledging } from "./queries/pledging";
import { researcherLens } from "./queries/researcher";

export const lensRouter = router({
  company: publicProcedure.input(roadmapInput).query(({ ctx, input }) => companyLens(ctx, input)),
  educator: publicProcedure.input(roadmapInput).query(({ ctx, input }) => educatorLens(ctx, input)),
  researcher: publicProcedure.input(roadmapInput).query(({ ctx, input }) => researcherLens(ctx, input)),
  financier: publicProcedure.input(roadmapInput).query(({ ctx, input }) => financierLens(ctx, input)),
  pledging: publicProcedure.input(pledgingInput).query(({ ctx, input }) => pledging(ctx, input)),
});
