import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { narrativeCarets, narratives, narrativeUpdates, narrativeVersions } from "@/db/schema/narratives";
import { programmes } from "@/db/schema/programmes";
import { actingFor, type Person } from "../core/actor";
import { authorize, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { found } from "../core/errors";
import { abilitiesOf } from "../core/policy";
import { programmeLifecycle } from "../programmes/lifecycle";
import { programmesVisibleTo } from "../programmes/visible";
import { contentOf, documentOf } from "./document";
import type { NarrativeOf, OneVersion, Pull } from "./input";
import { narrativePolicy } from "./policy";

type Narrative = typeof narratives.$inferSelect;
type PersonContext = Context & { actor: Person };
/** Milliseconds after which a caret that was not told again is gone. */
export const KEPT_CARETS = 30_000;
const MOST_VERSIONS = 100;

/** What decides who may do what with a programme's narrative. @throws DomainError "not-found" */
export async function standing(db: Context["db"] | Transaction, ctx: Context, programmeId: string) {
  const own = actingFor(ctx.actor)?.id ?? null;
  const rows = await db
    .select({
      id: programmes.id,
      title: programmes.title,
      language: programmes.language,
      status: programmes.status,
      publishedAt: programmes.publishedAt,
      leadId: programmes.leadId,
      hasOwnNeed: sql<boolean>`exists (select 1 from programme_needs p join needs n on n.id = p.need_id
        where p.programme_id = programmes.id and n.buyer_id = ${own}::uuid)`,
      hasAgreedNeed: sql<boolean>`exists (select 1 from programme_needs p join needs n on n.id = p.need_id
        where p.programme_id = programmes.id and n.buyer_id = ${own}::uuid
          and p.status in ('consented', 'fixed') and n.status <> 'withdrawn')`,
    })
    .from(programmes)
    .where(and(eq(programmes.id, programmeId), programmesVisibleTo(ctx.actor)));
  return found(rows[0]);
}

/** Everything written so far, oldest first. Read it in a transaction that sees one moment, or under the row's lock. */
export async function storedUpdates(
  tx: Transaction,
  { programmeId, state, foldedSeq }: Narrative,
  after = 0,
): Promise<Uint8Array[]> {
  const rows = await tx
    .select({ update: narrativeUpdates.update })
    .from(narrativeUpdates)
    .where(and(eq(narrativeUpdates.programmeId, programmeId), gt(narrativeUpdates.seq, after)))
    .orderBy(asc(narrativeUpdates.seq));
  const updates = rows.map(({ update }) => update);
  return state && after < foldedSeq ? [state, ...updates] : updates;
}

/** The narrative as text, with what this person may do with it. */
export async function getNarrative(ctx: Context, { programmeId }: NarrativeOf) {
  return atOneMoment(ctx, async (tx) => {
    const programme = await standing(tx, ctx, programmeId);
    const row = await narrativeOf(tx, programmeId);
    return {
      programme: { id: programme.id, title: programme.title, status: programme.status },
      language: programme.language,
      content: row ? contentOf(documentOf(await storedUpdates(tx, row))) : [],
      writtenAt: row?.writtenAt ?? null,
      ability: abilityToWrite(ctx, programme),
    };
  });
}

export type ReadNarrative = Awaited<ReturnType<typeof getNarrative>>;

/** What a writer lacks: the updates after `after`, and where the others' carets stand. Binary is in base64. */
export async function pull(ctx: PersonContext, { programmeId, after }: Pull) {
  return atOneMoment(ctx, async (tx) => {
    const programme = await standing(tx, ctx, programmeId);
    authorize(ctx.actor, narrativePolicy, "write", programme);
    transition(programmeLifecycle, programme.status, "change");
    const row = await narrativeOf(tx, programmeId);
    const since = row && after <= row.seq ? after : 0;
    const updates = row ? await storedUpdates(tx, row, since) : [];
    const carets = await tx
      .select({
        clientId: narrativeCarets.clientId,
        personId: narrativeCarets.personId,
        name: persons.name,
        caret: narrativeCarets.caret,
      })
      .from(narrativeCarets)
      .innerJoin(persons, eq(persons.id, narrativeCarets.personId))
      .where(
        and(
          eq(narrativeCarets.programmeId, programmeId),
          gt(narrativeCarets.seenAt, new Date(ctx.now.getTime() - KEPT_CARETS)),
        ),
      );
    return {
      seq: row?.seq ?? 0,
      updates: updates.map((update) => Buffer.from(update).toString("base64")),
      carets,
    };
  });
}

/** How earlier sittings left the narrative, the latest first; for its writers. */
export async function listVersions(ctx: Context, { programmeId }: NarrativeOf) {
  authorize(ctx.actor, narrativePolicy, "write", await standing(ctx.db, ctx, programmeId));
  const rows = await ctx.db
    .select({
      id: narrativeVersions.id,
      writtenAt: narrativeVersions.writtenAt,
      writers: narrativeVersions.writers,
    })
    .from(narrativeVersions)
    .where(eq(narrativeVersions.programmeId, programmeId))
    .orderBy(desc(narrativeVersions.writtenAt), desc(narrativeVersions.id))
    .limit(MOST_VERSIONS);
  const known = await ctx.db
    .select({ id: persons.id, name: persons.name, erasedAt: persons.erasedAt })
    .from(persons)
    .where(inArray(persons.id, [...new Set(rows.flatMap(({ writers }) => writers))]));
  const names = new Map(known.flatMap(({ id, name, erasedAt }) => (erasedAt ? [] : [[id, name]])));
  return rows.map(({ writers, ...version }) => ({
    ...version,
    /** Null for a person who was erased. */
    writers: writers.map((id) => names.get(id) ?? null),
  }));
}

export async function getVersion(ctx: Context, { programmeId, versionId }: OneVersion) {
  authorize(ctx.actor, narrativePolicy, "write", await standing(ctx.db, ctx, programmeId));
  const [version] = await ctx.db
    .select({
      id: narrativeVersions.id,
      writtenAt: narrativeVersions.writtenAt,
      content: narrativeVersions.content,
    })
    .from(narrativeVersions)
    .where(and(eq(narrativeVersions.id, versionId), eq(narrativeVersions.programmeId, programmeId)));
  return found(version);
}

async function narrativeOf(tx: Transaction, programmeId: string): Promise<Narrative | undefined> {
  return (await tx.select().from(narratives).where(eq(narratives.programmeId, programmeId)))[0];
}

function abilityToWrite(ctx: Context, programme: Awaited<ReturnType<typeof standing>>) {
  const { change } = abilitiesOf(
    { subject: "narrative", rules: { change: narrativePolicy.rules.write } },
    programmeLifecycle,
    ctx.actor,
    programme,
  );
  return change;
}

/** The row and its updates as they were together: folding deletes updates. */
const atOneMoment = <T>(ctx: Context, read: (tx: Transaction) => Promise<T>): Promise<T> =>
  ctx.db.transaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });
