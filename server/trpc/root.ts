import { accountsRouter } from "../accounts/router";
import { collaborationRouter } from "../collaboration/router";
import { openDataRouter } from "../open-data/router";
import { createCallerFactory, router } from "./init";

export const appRouter = router({
  accounts: accountsRouter,
  openData: openDataRouter,
  collaboration: collaborationRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
