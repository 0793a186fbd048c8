import { personProcedure, publicProcedure, router } from "../trpc/init";
import * as prepare from "./commands/prepare";
import * as review from "./commands/review";
import * as input from "./input";
import { getChallenge, listChallenges, listPossibleReviewers } from "./queries";

export const challengesRouter = router({
  list: publicProcedure.input(input.listChallengesInput).query((it) => listChallenges(it.ctx, it.input)),
  byId: publicProcedure.input(input.challengeIdInput).query((it) => getChallenge(it.ctx, it.input)),
  possibleReviewers: personProcedure
    .input(input.challengeIdInput)
    .query((it) => listPossibleReviewers(it.ctx, it.input)),
  create: personProcedure
    .input(input.createChallengeInput)
    .mutation((it) => prepare.createChallenge(it.ctx, it.input)),
  change: personProcedure
    .input(input.changeChallengeInput)
    .mutation((it) => prepare.changeChallenge(it.ctx, it.input)),
  propose: personProcedure
    .input(input.challengeStepInput)
    .mutation((it) => prepare.proposeChallenge(it.ctx, it.input)),
  accept: personProcedure
    .input(input.reasonedChallengeStepInput)
    .mutation((it) => prepare.acceptChallenge(it.ctx, it.input)),
  return: personProcedure
    .input(input.reasonedChallengeStepInput)
    .mutation((it) => prepare.returnChallenge(it.ctx, it.input)),
  open: personProcedure
    .input(input.challengeStepInput)
    .mutation((it) => prepare.openChallenge(it.ctx, it.input)),
  cancel: personProcedure
    .input(input.reasonedChallengeStepInput)
    .mutation((it) => prepare.cancelChallenge(it.ctx, it.input)),
  startReview: personProcedure
    .input(input.challengeStepInput)
    .mutation((it) => review.startReview(it.ctx, it.input)),
  assignReviewer: personProcedure
    .input(input.assignReviewerInput)
    .mutation((it) => review.assignReviewer(it.ctx, it.input)),
  declareConflict: personProcedure
    .input(input.declareConflictInput)
    .mutation((it) => review.declareConflict(it.ctx, it.input)),
});
