import { personProcedure, publicProcedure, router } from "../trpc/init";
import * as commands from "./commands";
import * as input from "./input";
import { getChallenge, listChallenges, listReviewers } from "./queries";

export const challengesRouter = router({
  list: publicProcedure.input(input.listChallengesInput).query((it) => listChallenges(it.ctx, it.input)),
  byId: publicProcedure.input(input.challengeIdInput).query((it) => getChallenge(it.ctx, it.input)),
  reviewers: personProcedure.query((it) => listReviewers(it.ctx)),
  create: personProcedure
    .input(input.createChallengeInput)
    .mutation((it) => commands.createChallenge(it.ctx, it.input)),
  change: personProcedure
    .input(input.changeChallengeInput)
    .mutation((it) => commands.changeChallenge(it.ctx, it.input)),
  propose: personProcedure
    .input(input.challengeStepInput)
    .mutation((it) => commands.proposeChallenge(it.ctx, it.input)),
  accept: personProcedure
    .input(input.reasonedChallengeStepInput)
    .mutation((it) => commands.acceptChallenge(it.ctx, it.input)),
  return: personProcedure
    .input(input.reasonedChallengeStepInput)
    .mutation((it) => commands.returnChallenge(it.ctx, it.input)),
  open: personProcedure
    .input(input.challengeStepInput)
    .mutation((it) => commands.openChallenge(it.ctx, it.input)),
  startReview: personProcedure
    .input(input.challengeStepInput)
    .mutation((it) => commands.startReview(it.ctx, it.input)),
  cancel: personProcedure
    .input(input.reasonedChallengeStepInput)
    .mutation((it) => commands.cancelChallenge(it.ctx, it.input)),
  assignReviewer: personProcedure
    .input(input.assignReviewerInput)
    .mutation((it) => commands.assignReviewer(it.ctx, it.input)),
  declareConflict: personProcedure
    .input(input.declareConflictInput)
    .mutation((it) => commands.declareConflict(it.ctx, it.input)),
});
