import { personProcedure, publicProcedure, router } from "../trpc/init";
import { actFor } from "./commands";
import { actForInput } from "./input";
import { getMe, listSessions } from "./queries";

export const accountsRouter = router({
  me: publicProcedure.query(({ ctx }) => getMe(ctx)),
  sessions: personProcedure.query(({ ctx }) => listSessions(ctx)),
  actFor: personProcedure.input(actForInput).mutation(({ ctx, input }) => actFor(ctx, input)),
});
