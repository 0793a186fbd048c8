import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Whether this instance can serve: the database answers. */
export async function GET(): Promise<Response> {
  try {
    await database().execute(sql`select 1`);
    return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json({ status: "database unreachable" }, { status: 503 });
  }
}
