import { publicProcedure, router } from "../trpc/init";
import { roadmapInput } from "./input";
import { getRoadmap } from "./queries";

export const roadmapRouter = router({
  view: publicProcedure.input(roadmapInput).query(({ ctx, input }) => getRoadmap(ctx, input)),
});
