import type postgres from "postgres";

const NOT_ALLOWED = "42501";

/** The same server and role, another database. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Drops a database with whoever is connected to it. An ordinary role may not end a vacuum of the server's own: that
 * takes a moment, then it is tried again.
 */
export async function dropDatabase(sql: postgres.Sql, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql`drop database if exists ${sql(name)} with (force)`;
      return;
    } catch (error) {
      if ((error as postgres.PostgresError).code !== NOT_ALLOWED || attempt === 50) throw error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}
