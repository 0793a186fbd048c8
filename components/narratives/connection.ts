import { fromBase64, toBase64 } from "lib0/buffer";
import { v7 } from "uuid";
import type { IndexeddbPersistence } from "y-indexeddb";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type Failure, failureOf } from "@/components/forms/failure";
import { trpc } from "@/components/trpc/client";
import { Paced } from "@/components/trpc/paced";
import { listen } from "@/components/trpc/stream";
import { type Caret, showCarets } from "./carets";
import { readKept, storeOf } from "./local-store";

export type Sign = "opening" | "saved" | "saving" | "offline" | "refused";
export type State = { sign: Sign; isKept: boolean; refusal: Failure | null; others: string[] };

const PUSH_EVERY = 600;
const PULL_EVERY = 300;
const POINT_EVERY = 700;
const RETRY_AFTER = 3_000;
/** Nothing is lost if a nudge is: so often a writer asks of its own accord. */
const ASK_ANYWAY = 20_000;
const SERVER = "server";

/**
 * One open editor's side of the narrative: what is written goes to the browser's own store at once and to the server as
 * soon as it can; what others wrote comes in after a nudge. The document merges whatever arrives late.
 */
export class NarrativeConnection {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  state: State = { sign: "opening", isKept: false, refusal: null, others: [] };

  private readonly store: IndexeddbPersistence | null;
  private readonly stopListening: () => void;
  private readonly pushing = new Paced(PUSH_EVERY, () => this.push());
  private readonly pulling = new Paced(PULL_EVERY, () => this.pull());
  private readonly pointing = new Paced(POINT_EVERY, () => this.point());
  private readonly asking: ReturnType<typeof setInterval>;
  private unsent: Uint8Array[] = [];
  private parcel: { id: string; update: string; count: number } | null = null;
  /** Up to where everything of the server is here; null until it is known what the server lacks. */
  private seq: number | null = null;
  private isOnline = true;
  private isStopped = false;

  constructor(
    private readonly programmeId: string,
    personId: string,
    private readonly onState: (state: State) => void,
  ) {
    this.store = storeOf(programmeId, personId, this.doc);
    this.doc.on("update", this.collect);
    this.awareness.on("update", this.moved);
    this.stopListening = listen({
      topics: [`narrative:${programmeId}`, `carets:${programmeId}`],
      onNudge: () => this.pulling.ask(),
    });
    this.asking = setInterval(() => this.pulling.ask(), ASK_ANYWAY);
    addEventListener("online", this.back);
    addEventListener("offline", this.gone);
  }

  /** Once what this browser kept has been read, the server is asked. */
  async open(): Promise<void> {
    this.tell({ isKept: await readKept(this.store) });
    this.pulling.ask();
  }

  close(): void {
    this.isStopped = true;
    for (const paced of [this.pushing, this.pulling, this.pointing]) paced.stop();
    clearInterval(this.asking);
    removeEventListener("online", this.back);
    removeEventListener("offline", this.gone);
    this.stopListening();
    void trpc.narratives.point.mutate({ ...this.where(), caret: null }).catch(() => {});
    void this.store?.destroy();
    this.awareness.destroy();
    this.doc.destroy();
  }

  /** Forgets what could not be sent, also in this browser. */
  async discard(): Promise<void> {
    await this.store?.clearData();
  }

  private readonly collect = (update: Uint8Array, origin: unknown) => {
    if (origin === SERVER || origin === this.store) return;
    this.unsent.push(update);
    this.tell({ refusal: null });
    if (this.seq !== null) this.pushing.ask();
  };

  private readonly moved = ({
    added,
    updated,
    removed,
  }: Record<"added" | "updated" | "removed", number[]>) => {
    if ([...added, ...updated, ...removed].includes(this.doc.clientID)) this.pointing.ask();
  };

  private readonly gone = () => {
    this.isOnline = false;
    this.tell({});
  };

  private readonly back = () => {
    this.pulling.ask();
  };

  private async push(): Promise<void> {
    if (this.unsent.length === 0 || this.isStopped) return;
    this.parcel ??= {
      id: v7(),
      update: toBase64(Y.mergeUpdates(this.unsent)),
      count: this.unsent.length,
    };
    const { count, ...parcel } = this.parcel;
    try {
      await trpc.narratives.push.mutate({ programmeId: this.programmeId, ...parcel });
      this.unsent.splice(0, count);
      this.parcel = null;
      this.isOnline = true;
      this.tell({});
      if (this.unsent.length > 0) this.pushing.ask();
    } catch (error) {
      this.failed(failureOf(error));
    }
  }

  private failed(failure: Failure): void {
    const isAnswer =
      failure.kind === "input" || (failure.kind === "domain" && failure.domain.code !== "rate-limited");
    if (!isAnswer) {
      // The same parcel again: the server knows it by its id.
      if (failure.kind === "offline") this.isOnline = false;
      this.tell({});
      this.pushing.ask(RETRY_AFTER);
      return;
    }
    this.parcel = null;
    if (failure.kind === "domain" && failure.domain.key === "narratives.gap") {
      this.seq = null;
      this.pulling.ask(RETRY_AFTER);
    } else this.tell({ refusal: failure });
  }

  private async pull(): Promise<void> {
    if (this.isStopped) return;
    const { programmeId } = this;
    try {
      const { seq, updates, carets } = await trpc.narratives.pull.query({
        programmeId,
        after: this.seq ?? 0,
      });
      if (this.isStopped) return;
      const bytes = updates.map(fromBase64);
      for (const update of bytes) Y.applyUpdate(this.doc, update, SERVER);
      if (this.seq === null) this.collectMissing(bytes);
      this.seq = seq;
      this.isOnline = true;
      const others = showCarets(this.awareness, carets as Caret[]);
      this.tell({ others });
      if (this.unsent.length > 0 && !this.state.refusal) this.pushing.ask();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "domain" && failure.domain.code !== "rate-limited")
        this.tell({ refusal: failure });
      else {
        if (failure.kind === "offline") this.isOnline = false;
        this.tell({});
        this.pulling.ask(RETRY_AFTER);
      }
    }
  }

  /** What this browser holds and the server does not, such as what was written when it was last closed without network. */
  private collectMissing(ofServer: Uint8Array[]): void {
    const known = new Y.Doc();
    for (const update of ofServer) Y.applyUpdate(known, update);
    const isSame = Y.equalSnapshots(Y.snapshot(known), Y.snapshot(this.doc));
    this.unsent = isSame ? [] : [Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(known))];
    this.parcel = null;
    known.destroy();
  }

  private async point(): Promise<void> {
    const cursor = (this.awareness.getLocalState()?.cursor ?? null) as Caret["caret"] | null;
    const caret = cursor && (JSON.parse(JSON.stringify(cursor)) as Caret["caret"]);
    // A caret that is not told is told with the next move.
    if (!this.isStopped && this.isOnline)
      await trpc.narratives.point.mutate({ ...this.where(), caret }).catch(() => {});
  }

  private where() {
    return { programmeId: this.programmeId, clientId: this.doc.clientID };
  }

  private tell(change: Partial<State>): void {
    const state = { ...this.state, ...change };
    this.state = { ...state, sign: this.signOf(state) };
    if (!this.isStopped) this.onState(this.state);
  }

  private signOf({ refusal }: State): Sign {
    if (refusal) return "refused";
    if (!this.isOnline) return "offline";
    if (this.seq === null) return "opening";
    return this.unsent.length > 0 ? "saving" : "saved";
  }
}
