import { personProcedure, publicProcedure, router } from "../trpc/init";
import { createRound, publishRound, rateCell } from "./commands";
import {
  cellInput,
  createRoundInput,
  heatmapInput,
  publishRoundInput,
  rateCellInput,
  roundInput,
} from "./input";
import { getCell, getHeatmap, getRound, listRounds } from "./queries";

export const ecosystemRouter = router({
  heatmap: publicProcedure.input(heatmapInput).query(({ ctx, input }) => getHeatmap(ctx, input)),
  cell: publicProcedure.input(cellInput).query(({ ctx, input }) => getCell(ctx, input)),
  rounds: publicProcedure.query(({ ctx }) => listRounds(ctx)),
  round: publicProcedure.input(roundInput).query(({ ctx, input }) => getRound(ctx, input)),
  createRound: personProcedure.input(createRoundInput).mutation(({ ctx, input }) => createRound(ctx, input)),
  rateCell: personProcedure.input(rateCellInput).mutation(({ ctx, input }) => rateCell(ctx, input)),
  publishRound: personProcedure
    .input(publishRoundInput)
    .mutation(({ ctx, input }) => publishRound(ctx, input)),
});
