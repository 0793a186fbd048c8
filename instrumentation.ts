import { env } from "./env";

/** Called once by Next when the server starts. */
export async function register(): Promise<void> {
  if (!env.DATABASE_URL) return;
  const [{ database }, { workInBackground }, { liveHub }] = await Promise.all([
    import("./db/client"),
    import("./server/notifications/jobs"),
    import("./server/core/live"),
  ]);
  workInBackground(database());
  // Pages that come back after a restart are told only of what happened meanwhile if it is known by then where the log stands.
  liveHub().listen();
}
