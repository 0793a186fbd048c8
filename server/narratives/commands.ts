import { and, eq, gt, lt } from "drizzle-orm";
import { v7 } from "uuid";
import type * as Y from "yjs";
import { events } from "@/db/schema/events";
import {
  type NarrativeBlock,
  narrativeCarets,
  narratives,
  narrativeUpdates,
  narrativeVersions,
} from "@/db/schema/narratives";
import { programmes } from "@/db/schema/programmes";
import type { Person } from "../core/actor";
import { authorize, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, found, violates } from "../core/errors";
import { nudge, recordEvent } from "../core/events";
import { programmeLifecycle } from "../programmes/lifecycle";
import { applyChecked, contentOf, documentOf, foldedState } from "./document";
import { MOST_DOCUMENT_BYTES, type OneVersion, type Point, type Push } from "./input";
import { narrativePolicy } from "./policy";
import { KEPT_CARETS, standing, storedUpdates } from "./queries";
import { writeContent } from "./restoring";

type PersonContext = Context & { actor: Person };
type Narrative = typeof narratives.$inferSelect;

const MINUTE = 60_000;
/** A pause this long ends a sitting; how a sitting left the narrative is kept. A long sitting is kept in parts. */
const PAUSE = 10 * MINUTE;
const LONGEST_SITTING = 30 * MINUTE;
/** As many updates are read with each push; then they are folded into one. */
const MOST_UPDATES = 100;

/**
 * Adds what a writer wrote. The same push sent twice, or one that holds nothing new, changes nothing.
 * @throws DomainError "rule" when the update cannot be read, builds on something not sent, holds what no narrative holds,
 * or makes the narrative too long
 */
export async function push(ctx: PersonContext, { programmeId, id, update }: Push) {
  const bytes = Buffer.from(update, "base64");
  return ctx.db.transaction(async (tx) => {
    const before = await lockForWriting(tx, ctx, programmeId);
    const doc = documentOf(await storedUpdates(tx, before));
    const left = isSittingOver(before, ctx.now) ? contentOf(doc) : null;
    if (!applyChecked(doc, bytes)) return { seq: before.seq };
    const kept = left !== null && (await keepVersion(tx, before, left));
    const seq = await append(tx, ctx, { before, doc, id, update: bytes, kept });
    await nudge(tx, [`narrative:${programmeId}`]);
    if (await isFirstOfSitting(tx, ctx, programmeId))
      await recordEvent(tx, ctx, {
        verb: "programme.narrativeChanged",
        subject: { kind: "programme", id: programmeId },
      });
    return { seq };
  });
}

/** Writes an earlier version again, as a new change; what stood until now is kept as a version first. */
export async function restoreVersion(ctx: PersonContext, { programmeId, versionId }: OneVersion) {
  return ctx.db.transaction(async (tx) => {
    const before = await lockForWriting(tx, ctx, programmeId);
    const [version] = await tx
      .select()
      .from(narrativeVersions)
      .where(and(eq(narrativeVersions.id, versionId), eq(narrativeVersions.programmeId, programmeId)));
    const { content, writtenAt } = found(version);
    const doc = documentOf(await storedUpdates(tx, before));
    const left = contentOf(doc);
    const update = writeContent(doc, content);
    if (!update) return { seq: before.seq };
    const kept = await keepVersion(tx, before, left);
    const seq = await append(tx, ctx, { before, doc, id: v7(), update, kept });
    await recordEvent(tx, ctx, {
      verb: "programme.narrativeRestored",
      subject: { kind: "programme", id: programmeId },
      changes: { versionOf: { to: writtenAt.toISOString() } },
      topics: [`narrative:${programmeId}`],
    });
    return { seq };
  });
}

/** Tells the other writers where the caret of one open editor stands. It is nobody's history, so it is no event. */
export async function point(ctx: PersonContext, { programmeId, clientId, caret }: Point) {
  const me = ctx.actor.personId;
  await ctx.db.transaction(async (tx) => {
    mayWrite(ctx, await standing(tx, ctx, programmeId));
    const ofProgramme = eq(narrativeCarets.programmeId, programmeId);
    const own = and(ofProgramme, eq(narrativeCarets.clientId, clientId), eq(narrativeCarets.personId, me));
    if (caret === null) await tx.delete(narrativeCarets).where(own);
    else
      await tx
        .insert(narrativeCarets)
        .values({ programmeId, clientId, personId: me, caret, seenAt: ctx.now })
        .onConflictDoUpdate({
          target: [narrativeCarets.programmeId, narrativeCarets.clientId],
          set: { caret, seenAt: ctx.now },
          setWhere: eq(narrativeCarets.personId, me),
        });
    await tx
      .delete(narrativeCarets)
      .where(and(ofProgramme, lt(narrativeCarets.seenAt, new Date(ctx.now.getTime() - 2 * KEPT_CARETS))));
    await nudge(tx, [`carets:${programmeId}`]);
  });
}

/** A programme that is closed while someone writes refuses the next push: the two wait for each other. */
async function lockForWriting(tx: Transaction, ctx: Context, programmeId: string): Promise<Narrative> {
  await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, programmeId)).for("share");
  mayWrite(ctx, await standing(tx, ctx, programmeId));
  await tx
    .insert(narratives)
    .values({ programmeId, writtenAt: ctx.now, versionedAt: ctx.now })
    .onConflictDoNothing();
  const rows = await tx
    .select()
    .from(narratives)
    .where(eq(narratives.programmeId, programmeId))
    .for("update");
  return found(rows[0]);
}

function mayWrite(ctx: Context, row: Awaited<ReturnType<typeof standing>>): void {
  authorize(ctx.actor, narrativePolicy, "write", row);
  transition(programmeLifecycle, row.status, "change");
}

const isSittingOver = ({ writtenAt, versionedAt }: Narrative, now: Date) =>
  now.getTime() - writtenAt.getTime() > PAUSE || now.getTime() - versionedAt.getTime() > LONGEST_SITTING;

/** Keeps how the writers before left the narrative. @returns whether there was something to keep */
async function keepVersion(tx: Transaction, before: Narrative, content: NarrativeBlock[]): Promise<boolean> {
  if (before.writers.length === 0) return false;
  const { programmeId, writers, writtenAt } = before;
  await tx.insert(narrativeVersions).values({ programmeId, content, writers, writtenAt });
  return true;
}

type Addition = { before: Narrative; doc: Y.Doc; id: string; update: Uint8Array; kept: boolean };

async function append(tx: Transaction, ctx: PersonContext, { before, doc, id, update, kept }: Addition) {
  const { programmeId } = before;
  const me = ctx.actor.personId;
  const seq = before.seq + 1;
  await tx
    .insert(narrativeUpdates)
    .values({ id, programmeId, seq, update })
    .catch((error: unknown) => {
      throw violates(error, "narrative_updates_pkey") ? brokenRule("narratives.malformed") : error;
    });
  const isFull = seq - before.foldedSeq >= MOST_UPDATES;
  await tx
    .update(narratives)
    .set({
      seq,
      writers: kept ? [me] : [...new Set([...before.writers, me])],
      writtenAt: ctx.now,
      ...(kept ? { versionedAt: ctx.now } : {}),
      ...(isFull ? { state: fold(doc), foldedSeq: seq } : {}),
    })
    .where(eq(narratives.programmeId, programmeId));
  if (isFull) await tx.delete(narrativeUpdates).where(eq(narrativeUpdates.programmeId, programmeId));
  return seq;
}

/** All updates as one: the document under the lock holds each of them. */
function fold(doc: Y.Doc): Uint8Array {
  const state = foldedState(doc);
  if (state.length > MOST_DOCUMENT_BYTES) throw brokenRule("narratives.tooLarge");
  return state;
}

async function isFirstOfSitting(tx: Transaction, ctx: PersonContext, programmeId: string): Promise<boolean> {
  const own = and(
    eq(events.subjectKind, "programme"),
    eq(events.subjectId, programmeId),
    eq(events.verb, "programme.narrativeChanged"),
    eq(events.actorId, ctx.actor.personId),
    gt(events.at, new Date(ctx.now.getTime() - PAUSE)),
  );
  const [known] = await tx.select({ seq: events.seq }).from(events).where(own).limit(1);
  return !known;
}
