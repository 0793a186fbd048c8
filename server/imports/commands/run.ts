import { inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { needSlips, needs } from "@/db/schema/needs";
import { personId } from "../../core/actor";
import { authorize, refuseIncomplete } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, violates } from "../../core/errors";
import { type Act, changesOf, recordEvents } from "../../core/events";
import type { CreateNeed } from "../../needs/input";
import { missingForPublication } from "../../needs/lifecycle";
import { LOGGED_OF_NEW } from "../../needs/logged";
import { needPolicy } from "../../needs/policy";
import { changedFields, type Fields, moves, type Need, pick, refusalsOf } from "../compare";
import type { RunImport } from "../input";
import { fieldsOf } from "../judge";
import { named, nameOf } from "./named-needs";
import { batchesOf, ended, type Import, type ImportRow, judgeFor, start, tell, writeRows } from "./work";
import { insertNeeds, updateNeeds } from "./write-needs";

/** Since the check somebody changed a need that the file names: what was shown is no longer what would happen. */
const changedSince = () => brokenRule("imports.changedSince");

/** Makes and changes the needs of a checked file, all or none, each with its event. */
export const runImport = (ctx: Context, { publish, withoutWrong, slipReason, ...step }: RunImport) =>
  start(
    ctx,
    step,
    "run",
    (row) => {
      if (publish) authorize(ctx.actor, needPolicy, "publish", asNeed(row));
      if (row.wrongRows > 0 && !withoutWrong) throw brokenRule("imports.wrongRows", { count: row.wrongRows });
      if (row.newRows + row.changedRows === 0) throw brokenRule("imports.nothingToDo");
      if (row.movedRows > 0 && slipReason.length < 5)
        refuseIncomplete([{ field: "slipReason", key: "needs.missing.slipReason" }]);
      return { publish };
    },
    (row) => ctx.db.transaction((tx) => carryOver(tx, ctx, row, slipReason)).catch(refuseTaken),
  );

const asNeed = ({ buyerId }: Import) =>
  ({ status: "draft", buyerId, visibility: "organisation", publishedAt: null }) as const;

function refuseTaken(error: unknown): never {
  throw violates(error, "needs_reference_of_buyer") ? changedSince() : error;
}

async function carryOver(tx: Transaction, ctx: Context, row: Import, slipReason: string) {
  const judge = await judgeFor(ctx, row);
  const needOf = ({ cells }: ImportRow): CreateNeed => {
    const { need } = judge(cells);
    if (!need) throw changedSince();
    return need;
  };
  let doneRows = 0;
  const progress = async (rows: number) => {
    doneRows += rows;
    await tell(ctx, row, { doneRows });
  };
  for await (const batch of batchesOf(tx, row, { outcomes: ["new"] })) {
    const made = batch.map((one) => newNeed(ctx, row, needOf(one)));
    await insertNeeds(tx, made);
    await writeRows(
      tx,
      row,
      batch.map((one, index) => ({ ...one, needId: made[index]!.id, versionAfter: 1 })),
    );
    await progress(batch.length);
  }
  for await (const batch of batchesOf(tx, row, { outcomes: ["changed"] })) {
    await changeNeeds(tx, ctx, row, batch, batch.map(needOf), slipReason);
    await progress(batch.length);
  }
  // From the first event on all other writers wait, so the events come last, in one go.
  for await (const batch of batchesOf(tx, row, { outcomes: ["new", "changed"] })) {
    const ids = batch.map(({ needId }) => needId!);
    const made = new Map(
      (await tx.select().from(needs).where(inArray(needs.id, ids))).map((need) => [need.id, need]),
    );
    await recordEvents(
      tx,
      ctx,
      batch.map((one) => actOf(one, made.get(one.needId!)!)),
    );
  }
  return { status: ended(row, "ran"), ranAt: new Date() };
}

const isPublished = (row: Import, need: CreateNeed) =>
  row.publish && missingForPublication({ ...need, invitedCount: 0 }).length === 0;

function newNeed(ctx: Context, row: Import, { invited: _, ...fields }: CreateNeed) {
  const published = isPublished(row, { ...fields, invited: [] });
  return {
    id: v7(),
    ...fields,
    buyerId: row.buyerId,
    createdBy: personId(ctx.actor)!,
    status: published ? ("published" as const) : ("draft" as const),
    publishedAt: published ? ctx.now : null,
  };
}

async function changeNeeds(
  tx: Transaction,
  ctx: Context,
  row: Import,
  batch: ImportRow[],
  given: CreateNeed[],
  slipReason: string,
) {
  const fields = fieldsOf(row.mapping);
  const existing = await tx
    .select()
    .from(needs)
    .where(
      named(
        row.buyerId,
        given.map((need) => need.reference!),
      ),
    )
    .for("update");
  const byReference = new Map<string | null, Need>(existing.map((need) => [nameOf(need), need]));
  const slips: (typeof needSlips.$inferInsert)[] = [];
  const updates: { before: Need; after: Fields }[] = [];
  const results = batch.map((one, index) => {
    const need = given[index]!;
    const before = byReference.get(need.reference);
    const changed = before ? changedFields(before, need, fields) : [];
    if (!before || refusalsOf(before, need, changed).length > 0) throw changedSince();
    if (moves(before, changed)) {
      if (slipReason.length < 5) throw changedSince();
      slips.push(slipOf(ctx, before, { ...before, ...pick(need, changed) } as Need, slipReason));
    }
    updates.push({ before, after: pick(need, changed) });
    return {
      ...one,
      changed: [...changed],
      needId: before.id,
      before: pick(before, changed),
      versionAfter: before.version + 1,
    };
  });
  await updateNeeds(tx, ctx, updates);
  if (slips.length > 0) await tx.insert(needSlips).values(slips);
  await writeRows(tx, row, results);
}

export const slipOf = (ctx: Context, before: Need, after: Need, reason: string) => ({
  needId: before.id,
  fromStart: before.windowStart!,
  fromEnd: before.windowEnd!,
  toStart: after.windowStart!,
  toEnd: after.windowEnd!,
  reason,
  movedBy: personId(ctx.actor)!,
});

function actOf({ outcome, needId, before, changed }: ImportRow, need: Need): Act {
  const subject = { kind: "need" as const, id: needId! };
  if (outcome === "changed")
    return {
      verb: "need.changed",
      subject,
      changes: changesOf<Need>((before ?? {}) as Partial<Need>, need, changed as (keyof Need)[]),
      topics: [`need:${needId}`],
    };
  const isPublished = need.status === "published";
  return {
    verb: isPublished ? "need.published" : "need.drafted",
    subject,
    changes: changesOf<Need>(isPublished ? { status: "draft" } : {}, need, LOGGED_OF_NEW),
  };
}
