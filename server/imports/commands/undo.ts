import { inArray, isNotNull, sql } from "drizzle-orm";
import { importRows } from "@/db/schema/imports";
import { needSlips, needs } from "@/db/schema/needs";
import type { Context, Transaction } from "../../core/context";
import { type Act, changesOf, recordEvents } from "../../core/events";
import { type Fields, moves, type Need } from "../compare";
import type { UndoImport } from "../input";
import { slipOf } from "./run";
import { batchesOf, ended, type Import, type ImportRow, start, tell, writeRows } from "./work";
import { updateNeeds } from "./write-needs";

/**
 * Takes back what an import did: new needs are withdrawn and give their reference free, changed ones are as they were. What
 * somebody changed since, or proposed elsewhere, is kept, and said.
 */
export const undoImport = (ctx: Context, { reason, ...step }: UndoImport) =>
  start(
    ctx,
    step,
    "undo",
    () => ({}),
    (row) => ctx.db.transaction((tx) => takeBack(tx, ctx, row, reason)),
  );

async function takeBack(tx: Transaction, ctx: Context, row: Import, reason: string) {
  const acts: Act[] = [];
  let [doneRows, keptRows] = [0, 0];
  for await (const batch of batchesOf(tx, row, { where: isNotNull(importRows.needId) })) {
    const ids = batch.map(({ needId }) => needId!);
    const existing = await tx.select().from(needs).where(inArray(needs.id, ids)).for("update");
    const byId = new Map(existing.map((need) => [need.id, need]));
    const used = await usedElsewhere(tx, ids);
    const updates: { before: Need; after: Partial<Need> }[] = [];
    const kept = batch.map((one) => {
      const need = byId.get(one.needId!);
      if (!need) return one;
      if (need.version !== one.versionAfter || (one.outcome === "new" && used.has(need.id)))
        return { ...one, kept: true };
      const after = one.outcome === "new" ? withdrawn(reason) : ((one.before ?? {}) as Partial<Need>);
      updates.push({ before: need, after });
      acts.push(actOf(one, need, after));
      return one;
    });
    await updateNeeds(tx, ctx, updates);
    const slips = updates.flatMap(({ before, after }) =>
      moves(before, Object.keys(after)) ? [slipOf(ctx, before, { ...before, ...after }, reason)] : [],
    );
    if (slips.length > 0) await tx.insert(needSlips).values(slips);
    await writeRows(tx, row, kept);
    keptRows += kept.filter((one) => one.kept).length;
    doneRows += batch.length;
    await tell(ctx, row, { doneRows });
  }
  for (let from = 0; from < acts.length; from += 1_000)
    await recordEvents(tx, ctx, acts.slice(from, from + 1_000));
  return { status: ended(row, "undid"), undoneAt: new Date(), keptRows };
}

const withdrawn = (reason: string): Partial<Need> => ({
  status: "withdrawn",
  withdrawReason: reason,
  reference: null,
});

const actOf = ({ outcome }: ImportRow, before: Need, after: Partial<Need>): Act => ({
  verb: outcome === "new" ? "need.withdrawn" : "need.changed",
  subject: { kind: "need", id: before.id },
  changes: changesOf<Fields>(
    before as Fields,
    { ...before, ...after } as Fields,
    Object.keys(after) as never[],
  ),
  topics: [`need:${before.id}`],
});

/** Needs that a programme or a challenge has taken up: withdrawing them would pull something from under others. */
async function usedElsewhere(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const given = sql.param(ids);
  const rows = await tx.execute<{ id: string }>(sql`
    select need_id as id from programme_needs where need_id = any(${given}::uuid[])
    union select need_id from challenges where need_id = any(${given}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}
