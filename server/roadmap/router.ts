import { publicProcedure, router } from "../trpc/init";
import { boardInput, placesInput, roadmapInput } from "./input";
import { lensRouter } from "./lenses/router";
import { getBoard } from "./queries/board";
import { listPlaces } from "./queries/places";
import { getRoadmap } from "./queries/timeline";

export const roadmapRouter = router({
  view: publicProcedure.input(roadmapInput).query(({ ctx, input }) => getRoadmap(ctx, input)),
  board: publicProcedure.input(boardInput).query(({ ctx, input }) => getBoard(ctx, input)),
  places: publicProcedure.input(placesInput).query(({ ctx, input }) => listPlaces(ctx, input)),
  lens: lensRouter,
});
