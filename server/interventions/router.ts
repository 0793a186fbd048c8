import { personProcedure, publicProcedure, router } from "../trpc/init";
import {
  changeIntervention,
  completeIntervention,
  planIntervention,
  startIntervention,
  stopIntervention,
} from "./commands";
import {
  changeInput,
  completeInput,
  fittingInput,
  interventionIdInput,
  listInput,
  planInput,
  stepInput,
  stopInput,
} from "./input";
import {
  getCatalogue,
  getCoverage,
  getFitting,
  getIntervention,
  listInterventions,
  listPossiblePartners,
} from "./queries";

export const interventionsRouter = router({
  list: publicProcedure.input(listInput).query(({ ctx, input }) => listInterventions(ctx, input)),
  byId: publicProcedure.input(interventionIdInput).query(({ ctx, input }) => getIntervention(ctx, input)),
  catalogue: publicProcedure.query(({ ctx }) => getCatalogue(ctx)),
  fitting: publicProcedure.input(fittingInput).query(({ ctx, input }) => getFitting(ctx, input)),
  possiblePartners: personProcedure.query(({ ctx }) => listPossiblePartners(ctx)),
  coverage: publicProcedure.query(({ ctx }) => getCoverage(ctx)),
  plan: personProcedure.input(planInput).mutation(({ ctx, input }) => planIntervention(ctx, input)),
  change: personProcedure.input(changeInput).mutation(({ ctx, input }) => changeIntervention(ctx, input)),
  start: personProcedure.input(stepInput).mutation(({ ctx, input }) => startIntervention(ctx, input)),
  complete: personProcedure
    .input(completeInput)
    .mutation(({ ctx, input }) => completeIntervention(ctx, input)),
  stop: personProcedure.input(stopInput).mutation(({ ctx, input }) => stopIntervention(ctx, input)),
});
