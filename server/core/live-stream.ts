import { HEARTBEAT, liveHub, SYNC } from "./live";

const HEARTBEAT_MS = 25_000;
/** Chunks that a reader may leave unread; who is further behind is let go, and looks again when it comes back. */
export const MOST_UNREAD = 64;

/** What one reader gets of these topics: `sync` at once, then nudges, until the reader leaves or falls behind. */
export function liveStream(topics: ReadonlySet<string>, signal: AbortSignal): ReadableStream<Uint8Array> {
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (chunk: Uint8Array) => {
          if ((controller.desiredSize ?? 0) <= 0) return leave();
          controller.enqueue(chunk);
        };
        const unsubscribe = liveHub().subscribe({ topics, send });
        const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS);
        stop = () => {
          clearInterval(heartbeat);
          unsubscribe();
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
