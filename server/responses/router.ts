import { personProcedure, router } from "../trpc/init";
import * as commands from "./commands";
import * as input from "./input";
import { getOwn, getResponse, getResults, getReviewing, listMine } from "./queries";

export const responsesRouter = router({
  mine: personProcedure.query((it) => listMine(it.ctx)),
  own: personProcedure.input(input.ofChallengeInput).query((it) => getOwn(it.ctx, it.input)),
  byId: personProcedure.input(input.responseIdInput).query((it) => getResponse(it.ctx, it.input)),
  reviewing: personProcedure.input(input.ofChallengeInput).query((it) => getReviewing(it.ctx, it.input)),
  results: personProcedure.input(input.ofChallengeInput).query((it) => getResults(it.ctx, it.input)),
  save: personProcedure
    .input(input.saveResponseInput)
    .mutation((it) => commands.saveResponse(it.ctx, it.input)),
  submit: personProcedure
    .input(input.responseStepInput)
    .mutation((it) => commands.submitResponse(it.ctx, it.input)),
  withdraw: personProcedure
    .input(input.responseStepInput)
    .mutation((it) => commands.withdrawResponse(it.ctx, it.input)),
  saveReview: personProcedure
    .input(input.saveReviewInput)
    .mutation((it) => commands.saveReview(it.ctx, it.input)),
  select: personProcedure.input(input.selectInput).mutation((it) => commands.select(it.ctx, it.input)),
});
