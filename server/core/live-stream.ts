import { HEARTBEAT, liveHub, SYNC } from "./live";
import { type Here, presence } from "./presence";

const HEARTBEAT_MS = 25_000;
/** Chunks that a reader may leave unread; who is further behind is let go, and looks again when it comes back. */
export const MOST_UNREAD = 64;

/**
 * What one reader gets of these topics: `sync` at once, then nudges, until the reader leaves or falls behind.
 * @param here the page that it has open, for as long as it listens
 */
export function liveStream(
  topics: ReadonlySet<string>,
  signal: AbortSignal,
  here: Here | null = null,
): ReadableStream<Uint8Array> {
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (chunk: Uint8Array) => {
          if ((controller.desiredSize ?? 0) <= 0) return leave();
          controller.enqueue(chunk);
        };
        const unsubscribe = liveHub().subscribe({ topics, send, seesPresence: here !== null });
        const entered = here && presence().enter(here);
        const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS);
        stop = () => {
          clearInterval(heartbeat);
          unsubscribe();
          if (here) void entered?.then(() => presence().leave(here.id));
          signal.removeEventListener("abort", leave);
          stop = () => {};
        };
        function leave() {
          stop();
          try {
            controller.close();
          } catch {
            // It was closed from the other side.
          }
        }
        signal.addEventListener("abort", leave);
        if (signal.aborted) return leave();
        send(SYNC);
      },
      cancel: () => stop(),
    },
    { highWaterMark: MOST_UNREAD },
  );
}
