import { personProcedure, publicProcedure, router } from "../trpc/init";
import { editComment, postComment, removeComment, reply, resolveThread } from "./commands/comments";
import { follow, unfollow } from "./commands/follow";
import { look } from "./commands/look";
import { changePresence, tellHere } from "./commands/presence";
import {
  activityInput,
  chainInput,
  changedInput,
  commentedInput,
  commentInput,
  earlierInput,
  editCommentInput,
  followedInput,
  historyInput,
  lastLookInput,
  lookInput,
  mentionableInput,
  postCommentInput,
  presenceInput,
  replyInput,
  resolveInput,
  searchInput,
  tellHereInput,
  topicsInput,
} from "./input";
import { chainOf } from "./queries/chain";
import { earlierTexts, listComments } from "./queries/comments";
import { earlierState } from "./queries/earlier";
import { audibleTopics, isFollowing } from "./queries/follows";
import { historyOf, listActivity } from "./queries/history";
import { lastLook, newsAt } from "./queries/looks";
import { listMentionable } from "./queries/mentionable";
import { listPresent, placeAmong, showsPresence } from "./queries/presence";
import { search } from "./queries/search";

export const collaborationRouter = router({
  chain: publicProcedure.input(chainInput).query(({ ctx, input }) => chainOf(ctx, input)),
  history: publicProcedure.input(historyInput).query(({ ctx, input }) => historyOf(ctx, input)),
  earlier: publicProcedure.input(earlierInput).query(({ ctx, input }) => earlierState(ctx, input)),
  activity: publicProcedure.input(activityInput).query(({ ctx, input }) => listActivity(ctx, input)),
  search: publicProcedure.input(searchInput).query(({ ctx, input }) => search(ctx, input)),
  following: publicProcedure.input(followedInput).query(({ ctx, input }) => isFollowing(ctx, input)),
  audible: publicProcedure.input(topicsInput).query(async ({ ctx, input }) => {
    const topics = await audibleTopics(ctx, input.topics);
    return { topics, here: await placeAmong(ctx, topics) };
  }),
  present: publicProcedure.input(commentedInput).query(({ ctx, input }) => listPresent(ctx, input)),
  showsPresence: personProcedure.query(({ ctx }) => showsPresence(ctx)),
  tellHere: personProcedure.input(tellHereInput).mutation(({ ctx, input }) => tellHere(ctx, input)),
  changePresence: personProcedure
    .input(presenceInput)
    .mutation(({ ctx, input }) => changePresence(ctx, input)),
  lastLook: publicProcedure.input(lastLookInput).query(({ ctx, input }) => lastLook(ctx, input)),
  newsAt: publicProcedure.input(changedInput).query(({ ctx, input }) => newsAt(ctx, input)),
  look: personProcedure.input(lookInput).mutation(({ ctx, input }) => look(ctx, input)),
  comments: publicProcedure.input(commentedInput).query(({ ctx, input }) => listComments(ctx, input)),
  earlierTexts: personProcedure.input(commentInput).query(({ ctx, input }) => earlierTexts(ctx, input)),
  mentionable: personProcedure.input(mentionableInput).query(({ ctx, input }) => listMentionable(ctx, input)),
  postComment: personProcedure.input(postCommentInput).mutation(({ ctx, input }) => postComment(ctx, input)),
  reply: personProcedure.input(replyInput).mutation(({ ctx, input }) => reply(ctx, input)),
  editComment: personProcedure.input(editCommentInput).mutation(({ ctx, input }) => editComment(ctx, input)),
  removeComment: personProcedure.input(commentInput).mutation(({ ctx, input }) => removeComment(ctx, input)),
  resolveThread: personProcedure.input(resolveInput).mutation(({ ctx, input }) => resolveThread(ctx, input)),
  follow: personProcedure.input(followedInput).mutation(({ ctx, input }) => follow(ctx, input)),
  unfollow: personProcedure.input(followedInput).mutation(({ ctx, input }) => unfollow(ctx, input)),
});
