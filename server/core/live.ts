import postgres from "postgres";
import { env } from "@/env";

type Subscriber = {
  topics: ReadonlySet<string>;
  /** Also wants to know when others come to or leave what it has open. */
  seesPresence?: boolean;
  send: (chunk: Uint8Array) => void;
};
type Message = { topics?: string[]; presence?: string };

const encoder = new TextEncoder();
export const SYNC = encoder.encode("event: sync\ndata: {}\n\n");
/** Says that something changed, never what: other topics of the same act may be none of the listener's business. */
const NUDGE = encoder.encode("event: nudge\ndata: {}\n\n");
/** Says that someone came or left, never who. */
const PRESENCE = encoder.encode("event: presence\ndata: {}\n\n");
const RETRY_MS = 1_000;
export const HEARTBEAT = encoder.encode(": still here\n\n");

/** Everyone who listens in this process, and the one LISTEN that feeds them. */
class LiveHub {
  private readonly byTopic = new Map<string, Set<Subscriber>>();
  private listening: Promise<unknown> | null = null;

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

  /** One buffer, encoded once, to all subscribers of any of the topics. A nudge carries no content. */
  nudge(topics: string[]): void {
    const reached = new Set<Subscriber>();
    for (const topic of topics)
      for (const subscriber of this.byTopic.get(topic) ?? []) reached.add(subscriber);
    for (const subscriber of reached) subscriber.send(NUDGE);
  }

  /** To those who listen to the topic and take part in presence. */
  tellPresence(topic: string): void {
    for (const subscriber of this.byTopic.get(topic) ?? [])
      if (subscriber.seesPresence) subscriber.send(PRESENCE);
  }

  private receive({ topics, presence }: Message): void {
    if (topics) this.nudge(topics);
    if (presence) this.tellPresence(presence);
  }

  private listen(): void {
    this.listening ??= this.open().catch(() => {
      this.listening = null;
      // Once it listens, everyone is told to look again.
      setTimeout(() => this.byTopic.size > 0 && this.listen(), RETRY_MS).unref();
    });
  }

  private async open(): Promise<void> {
    const sql = postgres(env.DATABASE_URL!, { max: 1, onnotice: () => {} });
    await sql.listen(
      "bundel",
      (payload) => this.receive(JSON.parse(payload) as Message),
      // Also after a lost connection: what was missed is unknown, so everyone looks again.
      () => this.syncAll(),
    );
  }

  private syncAll(): void {
    const everyone = new Set([...this.byTopic.values()].flatMap((subscribers) => [...subscribers]));
    for (const subscriber of everyone) subscriber.send(SYNC);
  }
}

const kept = globalThis as unknown as { bundelLive?: LiveHub };

export function liveHub(): LiveHub {
  kept.bundelLive ??= new LiveHub();
  return kept.bundelLive;
}
