/** This open page, by which others know it. A reload makes another. */
const PAGE = typeof crypto === "undefined" ? "" : (crypto.randomUUID?.() ?? "");
const PRESENCE = "bundel:presence";
const SOONEST_MS = 1_000;
const LATEST_MS = 60_000;
/** The server says something every 25 seconds; a line that is silent for longer is dead, without anyone having said so. */
const SILENCE_MS = 60_000;
/** Over so long those look again who are all told to at once. */
const SPREAD_MS = 5_000;

export type Listener = {
  topics: string[];
  /** Up to where in the log it knows what the topics say; null: nothing. Left out for topics that are nudged at each connection. */
  since?: number | null;
  /** Something of the topics changed, or may have. */
  onNudge: () => void;
};

/**
 * The one connection of an open page to `/api/live`, for all that listen on it. It comes back whatever happens, and says where
 * in the log it was, so that nothing is missed between two connections, nor between reading the page and the first.
 */
class Stream {
  private readonly listeners = new Set<Listener>();
  private source: EventSource | null = null;
  private isChanging = false;
  private opening: ReturnType<typeof setTimeout> | undefined;
  private again = SOONEST_MS;

  constructor() {
    addEventListener("online", () => this.open());
  }

  listen(listener: Listener): () => void {
    const one = { ...listener };
    this.listeners.add(one);
    this.change();
    return () => {
      this.listeners.delete(one);
      this.change();
    };
  }

  /** Who leaves and who comes at the same moment, as when a page gives way to the next, are one change. */
  private change(): void {
    if (this.isChanging) return;
    this.isChanging = true;
    queueMicrotask(() => {
      this.isChanging = false;
      this.open();
    });
  }

  private open(): void {
    clearTimeout(this.opening);
    this.source?.close();
    this.source = null;
    const served = [...this.listeners];
    if (served.length === 0) return;
    const source = new EventSource(`/api/live?${queryOf(served)}`);
    this.source = source;
    const on = (name: string, act: (event: MessageEvent<string>) => void) =>
      source.addEventListener(name, (event) => {
        if (this.source !== source) return;
        this.openAfter(SILENCE_MS);
        for (const one of served) if (event.lastEventId) one.since = Number(event.lastEventId);
        act(event);
      });
    this.openAfter(SILENCE_MS);
    source.addEventListener("open", () => {
      this.again = SOONEST_MS;
      tellPresence();
    });
    on("hello", () => {});
    on("beat", () => {});
    on("presence", tellPresence);
    on("nudge", ({ data }) => this.tell(JSON.parse(data) as string[]));
    on("sync", () => setTimeout(() => this.tell(null), Math.random() * SPREAD_MS));
    // The browser itself comes back after a lost connection, but not after an answer that was no stream.
    source.addEventListener("error", () => {
      if (this.source !== source || source.readyState !== EventSource.CLOSED) return;
      this.openAfter(this.again * (0.5 + Math.random()));
      this.again = Math.min(this.again * 2, LATEST_MS);
    });
  }

  private openAfter(ms: number): void {
    clearTimeout(this.opening);
    this.opening = setTimeout(() => this.open(), ms);
  }

  /** @param topics that changed; null for all */
  private tell(topics: string[] | null): void {
    for (const { topics: its, onNudge } of [...this.listeners])
      if (!topics || its.some((topic) => topics.includes(topic))) onNudge();
  }
}

/** From where the server must look so that none of them misses anything. */
function queryOf(listeners: Listener[]): URLSearchParams {
  const query = new URLSearchParams({
    topics: [...new Set(listeners.flatMap(({ topics }) => topics))].join(","),
    page: PAGE,
  });
  const seqs = listeners.flatMap(({ since }) => (since === undefined ? [] : [since]));
  const known = seqs.filter((since) => since !== null);
  if (seqs.length > 0 && known.length === seqs.length) query.set("since", String(Math.min(...known)));
  return query;
}

let stream: Stream | undefined;

/** Calls back whenever something of the topics changed, or may have. @returns the way to stop */
export function listen(listener: Listener): () => void {
  stream ??= new Stream();
  return stream.listen(listener);
}

/** Calls back whenever someone came or left, or may have. @returns the way to stop */
export function onPresence(listener: () => void): () => void {
  window.addEventListener(PRESENCE, listener);
  return () => window.removeEventListener(PRESENCE, listener);
}

const tellPresence = () => {
  window.dispatchEvent(new Event(PRESENCE));
};
