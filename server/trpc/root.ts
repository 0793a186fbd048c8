import { accountsRouter } from "../accounts/router";
import { bundlingRouter } from "../bundling/router";
import { challengesRouter } from "../challenges/router";
import { collaborationRouter } from "../collaboration/router";
import { ecosystemRouter } from "../ecosystem/router";
import { fundingRouter } from "../funding/router";
import { importsRouter } from "../imports/router";
import { interventionsRouter } from "../interventions/router";
import { narrativesRouter } from "../narratives/router";
import { needsRouter } from "../needs/router";
import { notificationsRouter } from "../notifications/router";
import { openDataRouter } from "../open-data/router";
import { organisationsRouter } from "../organisations/router";
import { programmesRouter } from "../programmes/router";
import { regionsRouter } from "../regions/router";
import { responsesRouter } from "../responses/router";
import { roadmapRouter } from "../roadmap/router";
import { viewsRouter } from "../views/router";
import { createCallerFactory, router } from "./init";

export const appRouter = router({
  regions: regionsRouter,
  ecosystem: ecosystemRouter,
  interventions: interventionsRouter,
  needs: needsRouter,
  programmes: programmesRouter,
  imports: importsRouter,
  narratives: narrativesRouter,
  bundling: bundlingRouter,
  roadmap: roadmapRouter,
  funding: fundingRouter,
  responses: responsesRouter,
  challenges: challengesRouter,
  accounts: accountsRouter,
  openData: openDataRouter,
  collaboration: collaborationRouter,
  organisations: organisationsRouter,
  notifications: notificationsRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
