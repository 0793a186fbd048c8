import { eventOf, liveHub } from "./live";
import { type Here, presence } from "./presence";

const BEAT_MS = 25_000;
/** A reader that was cut off comes back after this long, each after another, so that not all come at once. */
const RETRY_MS = { least: 1_000, most: 5_000 };
/** Chunks that a reader may leave unread; who is further behind is let go, and looks again when it comes back. */
export const MOST_UNREAD = 64;

export type Reading = {
  topics: ReadonlySet<string>;
  signal: AbortSignal;
  /** Up to where in the log the reader knows what the topics say; null when it does not. */
  since?: number | null;
  /** The page that it has open, for as long as it listens. */
  here?: Here | null;
  onEnd?: () => void;
};

/**
 * What one reader gets of its topics, until it leaves or falls behind: at once a `nudge` with the topics that changed since it
 * looked, or `hello` when none did; then a nudge for each change, and a `beat` now and then, which tells that the line is not dead.
 */
export function liveStream({
  topics,
  signal,
  since = null,
  here = null,
  onEnd,
}: Reading): ReadableStream<Uint8Array> {
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const hub = liveHub();
        const send = (chunk: Uint8Array) => {
          if ((controller.desiredSize ?? 0) <= 0) return leave();
          controller.enqueue(chunk);
        };
        const unsubscribe = hub.subscribe({ topics, send, seesPresence: here !== null });
        const entered = here && presence().enter(here);
        const beating = setInterval(() => send(eventOf("beat", hub.head)), BEAT_MS);
        stop = () => {
          stop = () => {};
          clearInterval(beating);
          unsubscribe();
          if (here) void entered?.then(() => presence().leave(here));
          signal.removeEventListener("abort", leave);
          onEnd?.();
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
        send(retryAfter());
        const changed = hub.changedSince(topics, since);
        send(eventOf(changed.length > 0 ? "nudge" : "hello", hub.head, changed));
      },
      cancel: () => stop(),
    },
    { highWaterMark: MOST_UNREAD },
  );
}

const encoder = new TextEncoder();
const retryAfter = () =>
  encoder.encode(
    `retry: ${Math.round(RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least))}\n\n`,
  );
