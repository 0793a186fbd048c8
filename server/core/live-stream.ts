import { eventOf, liveHub } from "./live";
import { type Here, presence } from "./presence";

const BEAT_MS = 25_000;
/** A reader that was cut off comes back after this long, each after another, so that not all come at once. */
const RETRY_MS = { least: 1_000, most: 5_000 };

export type Reading = {
  topics: ReadonlySet<string>;
  /** Up to where in the log the reader knows what the topics say; null when it does not. */
  since?: number | null;
  /** The page that it has open, for as long as it listens. */
  here?: Here | null;
  /** @returns whether the reader keeps up; who does not is let go, and looks again when it comes back */
  send: (chunk: Uint8Array) => boolean;
  /** Called once. */
  onEnd: () => void;
};

/**
 * Sends a reader what concerns its topics, until it leaves or falls behind: at once a `nudge` with those that changed since it
 * looked, or `hello` when none did; then a nudge for each change, and a `beat` now and then, which tells that the line is not dead.
 * @returns the way to stop
 */
export function readLive({ topics, since = null, here = null, send, onEnd }: Reading): () => void {
  const hub = liveHub();
  let isOver = false;
  const sendOrEnd = (chunk: Uint8Array) => {
    if (!isOver && !send(chunk)) end();
  };
  const unsubscribe = hub.subscribe({ topics, send: sendOrEnd, seesPresence: here !== null });
  const entered = here && presence().enter(here);
  const beating = setInterval(() => sendOrEnd(eventOf("beat", hub.head)), BEAT_MS);
  function end() {
    if (isOver) return;
    isOver = true;
    clearInterval(beating);
    unsubscribe();
    if (here) void entered?.then(() => presence().leave(here));
    onEnd();
  }
  sendOrEnd(retryAfter());
  const changed = hub.changedSince(topics, since);
  sendOrEnd(eventOf(changed.length > 0 ? "nudge" : "hello", hub.head, changed));
  return end;
}

const encoder = new TextEncoder();
const retryAfter = () =>
  encoder.encode(
    `retry: ${Math.round(RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least))}\n\n`,
  );
