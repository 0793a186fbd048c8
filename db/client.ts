import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/env";
import * as accounts from "./schema/accounts";
import * as bundling from "./schema/bundling";
import * as challenges from "./schema/challenges";
import * as collaboration from "./schema/collaboration";
import * as ecosystem from "./schema/ecosystem";
import * as events from "./schema/events";
import * as funding from "./schema/funding";
import * as imports from "./schema/imports";
import * as interventions from "./schema/interventions";
import * as narratives from "./schema/narratives";
import * as needs from "./schema/needs";
import * as notifications from "./schema/notifications";
import * as ocds from "./schema/ocds";
import * as organisations from "./schema/organisations";
import * as programmes from "./schema/programmes";
import * as responses from "./schema/responses";
import * as views from "./schema/views";

export const schema = {
  ...accounts,
  ...organisations,
  ...ecosystem,
  ...interventions,
  ...needs,
  ...programmes,
  ...ocds,
  ...narratives,
  ...bundling,
  ...imports,
  ...challenges,
  ...responses,
  ...funding,
  ...events,
  ...views,
  ...notifications,
  ...collaboration,
};

/** A pool of connections that act as the application's role, which cannot touch the event log. */
export function connect(databaseUrl: string, options: { max?: number } = {}) {
  const sql = postgres(databaseUrl, {
    max: options.max ?? 20,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: "bundel", role: "bundel_app", TimeZone: "UTC" },
  });
  return drizzle(sql, { schema, casing: "snake_case" });
}

export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

// Kept on globalThis: in development modules are loaded anew, the pool should not be.
const kept = globalThis as unknown as { bundelDatabase?: Database };

/** The application's one pool, opened at first use. */
export function database(): Database {
  kept.bundelDatabase ??= connect(env.DATABASE_URL ?? missingUrl());
  return kept.bundelDatabase;
}

function missingUrl(): never {
  throw new Error("DATABASE_URL is not set: start with `npm start` or `npm run dev`, which set it.");
}
