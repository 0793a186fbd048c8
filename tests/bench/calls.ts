import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "@/db/client";
import type { BenchDatabase, Writer } from "./data";

/** The procedures of a database in process, as a writer calls them, over so many connections of the application's role. */
export async function callsOn({ url }: BenchDatabase, connections: number) {
  process.env.DATABASE_URL ??= url;
  const { schema } = await import("@/db/client");
  const { createCaller } = await import("@/server/trpc/root");
  const { readSession } = await import("@/server/auth/actor");
  const pool = postgres(url, {
    max: connections,
    onnotice: () => {},
    connection: { role: "bundel_app", TimeZone: "UTC" },
  });
  const db = drizzle(pool, { schema, casing: "snake_case" }) as unknown as Database;
  return {
    as: async ({ sessionId }: Writer) =>
      createCaller({ db, ...(await readSession(db, sessionId)), now: new Date() }),
    end: () => pool.end(),
  };
}
