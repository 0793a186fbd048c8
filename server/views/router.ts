import { personProcedure, publicProcedure, router } from "../trpc/init";
import { makeFeed, removeView, renameView, revokeFeed, saveView } from "./commands";
import { feedInput, renameViewInput, saveViewInput, viewInput } from "./input";
import { ownViews } from "./queries";

export const viewsRouter = router({
  own: publicProcedure.query(({ ctx }) => ownViews(ctx)),
  save: personProcedure.input(saveViewInput).mutation(({ ctx, input }) => saveView(ctx, input)),
  rename: personProcedure.input(renameViewInput).mutation(({ ctx, input }) => renameView(ctx, input)),
  remove: personProcedure.input(viewInput).mutation(({ ctx, input }) => removeView(ctx, input)),
  makeFeed: personProcedure.input(feedInput).mutation(({ ctx, input }) => makeFeed(ctx, input)),
  revokeFeed: personProcedure.input(feedInput).mutation(({ ctx, input }) => revokeFeed(ctx, input)),
});
