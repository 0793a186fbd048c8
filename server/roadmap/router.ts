import { publicProcedure, router } from "../trpc/init";
import { boardInput, placesInput, roadmapInput, tableInput } from "./input";
import { lensRouter } from "./lenses/router";
import { getBoard } from "./queries/board";
import { listPlaces } from "./queries/places";
import { getTable } from "./queries/table";
import { getRoadmap } from "./queries/timeline";

export const roadmapRouter = router({
  view: publicProcedure.input(roadmapInput).query(({ ctx, input }) => getRoadmap(ctx, input)),
  board: publicProcedure.input(boardInput).query(({ ctx, input }) => getBoard(ctx, input)),
  places: publicProcedure.input(placesInput).query(({ ctx, input }) => listPlaces(ctx, input)),
  table: publicProcedure.input(tableInput).query(({ ctx, input }) => getTable(ctx, input)),
  lens: lensRouter,
});
