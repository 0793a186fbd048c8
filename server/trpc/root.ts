import { accountsRouter } from "../accounts/router";
import { openDataRouter } from "../open-data/router";
import { createCallerFactory, router } from "./init";

export const appRouter = router({
  accounts: accountsRouter,
  openData: openDataRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
