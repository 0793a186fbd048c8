import { env } from "./env";

/** Called once by Next when the server starts. */
export async function register(): Promise<void> {
  if (!env.DATABASE_URL) return;
  const [{ database }, { workInBackground }] = await Promise.all([
    import("./db/client"),
    import("./server/notifications/jobs"),
  ]);
  workInBackground(database());
}
