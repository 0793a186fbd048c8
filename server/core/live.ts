import postgres from "postgres";
import { database } from "@/db/client";
import { eventHead } from "@/db/schema/events";
import { env } from "@/env";
import { isPassing } from "./events";
import { LastChanges } from "./last-changes";
import { logFailure } from "./log";

type Subscriber = {
  topics: ReadonlySet<string>;
  /** Also wants to know when others come to or leave what it has open. */
  seesPresence?: boolean;
  send: (chunk: Uint8Array) => void;
};
/** `seq` is the place in the log of what happened; none for what is nobody's history. */
type Message = { seq?: number; topics?: string[]; presence?: string };

const RETRY_MS = 1_000;
const encoder = new TextEncoder();
/** Says that someone came or left, never who. */
const PRESENCE = encoder.encode("event: presence\ndata: {}\n\n");

/**
 * One event to a reader. Its topics are those the reader listens to, never others of the same act; the seq comes back as
 * `Last-Event-ID` when the reader connects anew.
 */
export const eventOf = (name: string, seq: number | null, topics: string[] = []): Uint8Array =>
  encoder.encode(`${seq === null ? "" : `id: ${seq}\n`}event: ${name}\ndata: ${JSON.stringify(topics)}\n\n`);

/** Everyone who listens in this process, and the one LISTEN that feeds them. */
export class LiveHub {
  private readonly byTopic = new Map<string, Set<Subscriber>>();
  private readonly changes = new LastChanges();
  private listening: postgres.Sql | null = null;
  private last = 0;
  /** Whether it is known where the log stood when the listening began. */
  private hasBegun = false;

  constructor(private readonly databaseUrl = env.DATABASE_URL!) {}

  /** Up to where in the log this process has heard: whatever is read from now on holds that. Null while it has heard nothing. */
  get head(): number | null {
    this.listen();
    return this.hasBegun ? this.last : null;
  }

  /** @returns the way to stop */
  subscribe(subscriber: Subscriber): () => void {
    this.listen();
    for (const topic of subscriber.topics) {
      const present = this.byTopic.get(topic) ?? new Set();
      this.byTopic.set(topic, present.add(subscriber));
    }
    return () => {
      for (const topic of subscriber.topics) {
        this.byTopic.get(topic)?.delete(subscriber);
        if (this.byTopic.get(topic)?.size === 0) this.byTopic.delete(topic);
      }
    };
  }

  /** Of these topics, those that changed after that place in the log, or may have; a place that we have not come to tells nothing. */
  changedSince(topics: ReadonlySet<string>, since: number | null): string[] {
    if (since === null || !this.hasBegun || since > this.last) return [...topics];
    return [...topics].filter((topic) => isPassing(topic) || this.changes.mayHaveChanged(topic, since));
  }

  /** To all subscribers of any of the topics, encoded once for all who listen to the same of them. */
  nudge(topics: string[], seq: number | null = null): void {
    const reached = new Map<Subscriber, string[]>();
    for (const topic of topics)
      for (const subscriber of this.byTopic.get(topic) ?? [])
        reached.set(subscriber, [...(reached.get(subscriber) ?? []), topic]);
    const chunks = new Map<string, Uint8Array>();
    for (const [subscriber, own] of reached) {
      const key = own.join();
      const chunk = chunks.get(key) ?? eventOf("nudge", seq, own);
      chunks.set(key, chunk);
      subscriber.send(chunk);
    }
  }

  /** To those who listen to the topic and take part in presence. */
  tellPresence(topic: string): void {
    for (const subscriber of this.byTopic.get(topic) ?? [])
      if (subscriber.seesPresence) subscriber.send(PRESENCE);
  }

  /** From now on until the end of the process; the driver itself connects again, as often as it takes. */
  listen(): void {
    if (this.listening) return;
    this.listening = postgres(this.databaseUrl, { max: 1, onnotice: () => {} });
    this.listening
      .listen(
        "bundel",
        (payload) => this.receive(JSON.parse(payload) as Message),
        () => void this.begin(),
      )
      .catch((error) => logFailure(error, "live"));
  }

  async close(): Promise<void> {
    await this.listening?.end({ timeout: 0 });
  }

  private receive({ seq, topics, presence }: Message): void {
    if (seq !== undefined) {
      this.last = Math.max(this.last, seq);
      this.changes.note(topics ?? [], this.last);
    }
    if (topics) this.nudge(topics, seq === undefined ? null : this.last);
    if (presence) this.tellPresence(presence);
  }

  /** Listening has begun, for the first time or after a lost connection: what came before is unknown, so everyone looks again. */
  private async begin(): Promise<void> {
    try {
      const [head] = await database().select({ seq: eventHead.seq }).from(eventHead);
      const seq = head?.seq ?? 0;
      this.changes.knowNothingUpTo(seq);
      this.last = Math.max(this.last, seq);
      this.hasBegun = true;
      const everyone = new Set([...this.byTopic.values()].flatMap((subscribers) => [...subscribers]));
      const sync = eventOf("sync", this.last);
      for (const subscriber of everyone) subscriber.send(sync);
    } catch (error) {
      logFailure(error, "live");
      setTimeout(() => void this.begin(), RETRY_MS).unref();
    }
  }
}

const kept = globalThis as unknown as { bundelLive?: LiveHub };

export function liveHub(): LiveHub {
  kept.bundelLive ??= new LiveHub();
  return kept.bundelLive;
}
