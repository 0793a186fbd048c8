import { sql } from "drizzle-orm";
import { database } from "@/db/client";

/** Whether the database answers. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
