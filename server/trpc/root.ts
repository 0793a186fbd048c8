import { accountsRouter } from "../accounts/router";
import { collaborationRouter } from "../collaboration/router";
import { ecosystemRouter } from "../ecosystem/router";
import { interventionsRouter } from "../interventions/router";
import { openDataRouter } from "../open-data/router";
import { organisationsRouter } from "../organisations/router";
import { regionsRouter } from "../regions/router";
import { createCallerFactory, router } from "./init";

export const appRouter = router({
  regions: regionsRouter,
  ecosystem: ecosystemRouter,
  interventions: interventionsRouter,
  accounts: accountsRouter,
  openData: openDataRouter,
  collaboration: collaborationRouter,
  organisations: organisationsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
