import { databaseAnswers } from "@/server/core/health";

/** Whether this instance can serve: the database answers. */
export async function GET(): Promise<Response> {
  return (await databaseAnswers())
    ? Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } })
    : Response.json({ status: "database unreachable" }, { status: 503 });
}
