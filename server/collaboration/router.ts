import { personProcedure, publicProcedure, router } from "../trpc/init";
import { follow, look, unfollow } from "./commands";
import {
  activityInput,
  chainInput,
  changedInput,
  historyInput,
  lastLookInput,
  lookInput,
  searchInput,
  subjectInput,
  topicsInput,
} from "./input";
import { chainOf } from "./queries/chain";
import { audibleTopics, isFollowing } from "./queries/follows";
import { historyOf, listActivity } from "./queries/history";
import { lastLook, newsAt } from "./queries/looks";
import { search } from "./queries/search";

export const collaborationRouter = router({
  chain: publicProcedure.input(chainInput).query(({ ctx, input }) => chainOf(ctx, input)),
  history: publicProcedure.input(historyInput).query(({ ctx, input }) => historyOf(ctx, input)),
  activity: publicProcedure.input(activityInput).query(({ ctx, input }) => listActivity(ctx, input)),
  search: publicProcedure.input(searchInput).query(({ ctx, input }) => search(ctx, input)),
  following: publicProcedure.input(subjectInput).query(({ ctx, input }) => isFollowing(ctx, input)),
  audible: publicProcedure
    .input(topicsInput)
    .query(async ({ ctx, input }) => ({ topics: await audibleTopics(ctx, input.topics) })),
  lastLook: publicProcedure.input(lastLookInput).query(({ ctx, input }) => lastLook(ctx, input)),
  newsAt: publicProcedure.input(changedInput).query(({ ctx, input }) => newsAt(ctx, input)),
  look: personProcedure.input(lookInput).mutation(({ ctx, input }) => look(ctx, input)),
  follow: personProcedure.input(subjectInput).mutation(({ ctx, input }) => follow(ctx, input)),
  unfollow: personProcedure.input(subjectInput).mutation(({ ctx, input }) => unfollow(ctx, input)),
});
