import { personProcedure, publicProcedure, router } from "../trpc/init";
import { actFor, changeProfile, eraseAccount, revokeOwnSession, signOut } from "./commands";
import { actForInput, eraseInput, profileInput, sessionInput } from "./input";
import { exportOwnData, getMe, listSessions } from "./queries";

export const accountsRouter = router({
  me: publicProcedure.query(({ ctx }) => getMe(ctx)),
  sessions: personProcedure.query(({ ctx }) => listSessions(ctx)),
  export: personProcedure.query(({ ctx }) => exportOwnData(ctx)),
  actFor: personProcedure.input(actForInput).mutation(({ ctx, input }) => actFor(ctx, input)),
  changeProfile: personProcedure.input(profileInput).mutation(({ ctx, input }) => changeProfile(ctx, input)),
  revokeSession: personProcedure
    .input(sessionInput)
    .mutation(({ ctx, input }) => revokeOwnSession(ctx, input)),
  signOut: publicProcedure.mutation(({ ctx }) => signOut(ctx)),
  erase: personProcedure.input(eraseInput).mutation(({ ctx, input }) => eraseAccount(ctx, input)),
});
