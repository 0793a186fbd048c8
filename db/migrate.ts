import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const MIGRATIONS = join(process.cwd(), "db", "migrations");
const ONE_AT_A_TIME = 4200;

/**
 * Brings the database to the newest schema. Two instances may call it at the same moment: one waits for the other.
 * @throws when the database cannot be reached or a migration fails; nothing of a failed migration remains
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${ONE_AT_A_TIME})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS });
  } finally {
    await sql.end();
  }
}
