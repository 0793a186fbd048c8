import { personProcedure, publicProcedure, router } from "../trpc/init";
import {
  changeNeed,
  createNeed,
  fulfilNeed,
  moveWindow,
  publishNeed,
  setCertainty,
  withdrawNeed,
} from "./commands";
import { searchCpv } from "./cpv";
import {
  changeNeedInput,
  createNeedInput,
  fulfilNeedInput,
  likelyStartsInput,
  listNeedsInput,
  moveWindowInput,
  needStepInput,
  searchCpvInput,
  setCertaintyInput,
  slipHistoryInput,
  suggestInput,
  withdrawNeedInput,
} from "./input";
import { getNeed, listInvitable, listNeeds, suggestWords } from "./queries";
import { likelyStarts, slipHistory } from "./queries/slips";

export const needsRouter = router({
  list: publicProcedure.input(listNeedsInput).query(({ ctx, input }) => listNeeds(ctx, input)),
  slipHistory: publicProcedure.input(slipHistoryInput).query(({ ctx, input }) => slipHistory(ctx, input)),
  likelyStarts: publicProcedure.input(likelyStartsInput).query(({ ctx, input }) => likelyStarts(ctx, input)),
  byId: publicProcedure
    .input(needStepInput.pick({ id: true }))
    .query(({ ctx, input }) => getNeed(ctx, input)),
  invitable: personProcedure.query(({ ctx }) => listInvitable(ctx)),
  searchCpv: publicProcedure.input(searchCpvInput).query(({ input }) => searchCpv(input.q)),
  suggest: personProcedure.input(suggestInput).query(({ ctx, input }) => suggestWords(ctx, input)),
  create: personProcedure.input(createNeedInput).mutation(({ ctx, input }) => createNeed(ctx, input)),
  change: personProcedure.input(changeNeedInput).mutation(({ ctx, input }) => changeNeed(ctx, input)),
  publish: personProcedure.input(needStepInput).mutation(({ ctx, input }) => publishNeed(ctx, input)),
  move: personProcedure.input(moveWindowInput).mutation(({ ctx, input }) => moveWindow(ctx, input)),
  setCertainty: personProcedure
    .input(setCertaintyInput)
    .mutation(({ ctx, input }) => setCertainty(ctx, input)),
  withdraw: personProcedure.input(withdrawNeedInput).mutation(({ ctx, input }) => withdrawNeed(ctx, input)),
  fulfil: personProcedure.input(fulfilNeedInput).mutation(({ ctx, input }) => fulfilNeed(ctx, input)),
});
