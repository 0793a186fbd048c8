import { personProcedure, publicProcedure, router } from "../trpc/init";
import { saveResponse, submitResponse, withdrawResponse } from "./commands/respond";
import { saveReview } from "./commands/review";
import { select } from "./commands/select";
import * as input from "./input";
import * as judging from "./queries/judging";
import * as own from "./queries/own";

export const responsesRouter = router({
  count: publicProcedure
    .input(input.ofChallengeInput)
    .query((it) => judging.countSubmitted(it.ctx, it.input)),
  mine: personProcedure.query((it) => own.listMine(it.ctx)),
  own: personProcedure.input(input.ofChallengeInput).query((it) => own.getOwn(it.ctx, it.input)),
  byId: personProcedure.input(input.responseIdInput).query((it) => own.getResponse(it.ctx, it.input)),
  reviewing: personProcedure
    .input(input.ofChallengeInput)
    .query((it) => judging.getReviewing(it.ctx, it.input)),
  results: personProcedure.input(input.ofChallengeInput).query((it) => judging.getResults(it.ctx, it.input)),
  panel: personProcedure.input(input.ofChallengeInput).query((it) => judging.getPanel(it.ctx, it.input)),
  save: personProcedure.input(input.saveResponseInput).mutation((it) => saveResponse(it.ctx, it.input)),
  submit: personProcedure.input(input.responseStepInput).mutation((it) => submitResponse(it.ctx, it.input)),
  withdraw: personProcedure
    .input(input.responseStepInput)
    .mutation((it) => withdrawResponse(it.ctx, it.input)),
  saveReview: personProcedure.input(input.saveReviewInput).mutation((it) => saveReview(it.ctx, it.input)),
  select: personProcedure.input(input.selectInput).mutation((it) => select(it.ctx, it.input)),
});
