import { sql } from "drizzle-orm";
import type { ImportOutcome } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import type { Context } from "../../core/context";
import { changedFields, moves, refusalsOf } from "../compare";
import type { CheckImport } from "../input";
import { fieldsOf, type Judged } from "../judge";
import { named, nameOf } from "./named-needs";
import { batchesOf, ended, type Import, type ImportRow, judgeFor, start, tell, writeRows } from "./work";

/** How much two titles must be alike, by trigrams, to be one need under two names. */
const LIKE = 0.6;

/** Says of every row what it would do, and changes no need. */
export const checkImport = (ctx: Context, { mapping, ...step }: CheckImport) =>
  start(
    ctx,
    step,
    "check",
    // A field without a column is chosen as an empty one.
    () => ({ mapping: Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== "")) }),
    (row) => dryRun(ctx, row),
  );

type Result = Pick<ImportRow, "line" | "outcome" | "issues" | "changed" | "likeNeedId"> & { moved: boolean };

async function dryRun(ctx: Context, row: Import): Promise<Partial<Import>> {
  const judge = await judgeFor(ctx, row);
  const fields = fieldsOf(row.mapping);
  const lines = new Map<string, number>();
  const counts = { new: 0, changed: 0, unchanged: 0, wrong: 0, likely: 0, moved: 0 };
  let doneRows = 0;
  for await (const batch of batchesOf(ctx.db, row)) {
    const judged = batch.map((one) => ({ line: one.line, ...judge(one.cells) }));
    const existing = await needsByReference(ctx, row, judged);
    const like = await likeNeeds(
      ctx,
      row,
      judged.filter(({ need }) => need && !existing.has(need.reference)),
    );
    const results = judged.map((one): Result => {
      const result = { line: one.line, issues: one.issues, changed: [], likeNeedId: null, moved: false };
      const reference = one.need?.reference ?? null;
      const first = reference === null ? undefined : lines.get(reference);
      if (first !== undefined)
        result.issues.push({
          field: "reference",
          key: "imports.duplicateReference",
          params: { line: first },
        });
      else if (reference !== null) lines.set(reference, one.line);
      if (!one.need || result.issues.length > 0) return { ...result, outcome: "wrong" };
      const there = existing.get(reference);
      if (!there) return { ...result, outcome: "new", likeNeedId: like.get(one.line) ?? null };
      const changed = changedFields(there, one.need, fields);
      const refused = refusalsOf(there, one.need, changed);
      if (refused.length > 0) return { ...result, issues: refused, outcome: "wrong" };
      const outcome: ImportOutcome = changed.length > 0 ? "changed" : "unchanged";
      return { ...result, changed, outcome, moved: moves(there, changed) };
    });
    for (const { outcome, likeNeedId, moved } of results) {
      counts[outcome!] += 1;
      if (likeNeedId) counts.likely += 1;
      if (moved) counts.moved += 1;
    }
    await writeRows(
      ctx.db,
      row,
      results.map((one) => ({ ...one, kept: false })),
    );
    doneRows += batch.length;
    await tell(ctx, row, { doneRows });
  }
  return {
    status: ended(row, "checked"),
    newRows: counts.new,
    changedRows: counts.changed,
    unchangedRows: counts.unchanged,
    wrongRows: counts.wrong,
    likelyRows: counts.likely,
    movedRows: counts.moved,
  };
}

type JudgedRow = Judged & { line: number };

async function needsByReference({ db }: Context, row: Import, judged: JudgedRow[]) {
  const references = judged.flatMap(({ need }) => need?.reference ?? []);
  if (references.length === 0) return new Map<string | null, typeof needs.$inferSelect>();
  const rows = await db.select().from(needs).where(named(row.buyerId, references));
  return new Map(rows.map((need) => [nameOf(need), need]));
}

/** Line → a need of the same buyer with nearly the same title and an overlapping window: likely the same one. */
async function likeNeeds({ db }: Context, row: Import, judged: JudgedRow[]): Promise<Map<number, string>> {
  const given = judged.map(({ line, need }) => ({
    line,
    title: need!.title,
    first: need!.windowStart,
    last: need!.windowEnd,
  }));
  if (given.length === 0) return new Map();
  const found = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${String(LIKE)}, true)`);
    return tx.execute<{ line: number; id: string }>(sql`
      select g.line, n.id
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (line int, title text, first date, last date)
      cross join lateral (
        select id from needs
        where buyer_id = ${row.buyerId} and title % g.title and status <> 'withdrawn'
          and coalesce(window_start <= g.last, true) and coalesce(window_end >= g.first, true)
        order by similarity(title, g.title) desc limit 1) n`);
  });
  return new Map(found.map(({ line, id }) => [line, id]));
}
