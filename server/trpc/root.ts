import { accountsRouter } from "../accounts/router";
import { createCallerFactory, router } from "./init";

export const appRouter = router({
  accounts: accountsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
