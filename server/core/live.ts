import postgres from "postgres";
import { env } from "@/env";

type Subscriber = { topics: ReadonlySet<string>; send: (chunk: Uint8Array) => void };

const encoder = new TextEncoder();
export const SYNC = encoder.encode("event: sync\ndata: {}\n\n");
/** Says that something changed, never what: other topics of the same act may be none of the listener's business. */
const NUDGE = encoder.encode("event: nudge\ndata: {}\n\n");
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
      (payload) => this.nudge((JSON.parse(payload) as { topics: string[] }).topics),
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
