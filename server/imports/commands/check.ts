import { and, desc, eq, lt, ne } from "drizzle-orm";
import type { ImportOutcome } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import type { Context } from "../../core/context";
import { TitledNeeds } from "../alike";
import { changedFields, moves, refusalsOf } from "../compare";
import type { CheckImport } from "../input";
import { fieldsOf, type Judged } from "../judge";
import { named, nameOf } from "./named-needs";
import { batchesOf, ended, type Import, type ImportRow, judgeFor, start, tell, writeRows } from "./work";

const TITLES_AT_ONCE = 2_500;
/** As many as sixty thousand titles have; of a buyer with more needs, the newest are compared. */
const MOST_TRIGRAMS = 3_000_000;

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
  let titled: TitledNeeds | undefined;
  let doneRows = 0;
  for await (const batch of batchesOf(ctx.db, row)) {
    const judged = batch.map((one) => ({ line: one.line, ...judge(one.cells) }));
    const existing = await needsByReference(ctx, row, judged);
    const isNew = ({ need }: JudgedRow) => need !== null && !existing.has(need.reference);
    titled ??= judged.some(isNew) ? await titledNeeds(ctx, row) : undefined;
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
      if (!there) return { ...result, outcome: "new", likeNeedId: titled!.mostLike(one.need) };
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

/** The needs of the buyer that a new row may be under another name. */
async function titledNeeds({ db }: Context, { buyerId }: Import): Promise<TitledNeeds> {
  const titled = new TitledNeeds();
  let last: string | undefined;
  while (titled.size < MOST_TRIGRAMS) {
    const some = await db
      .select({
        id: needs.id,
        title: needs.title,
        windowStart: needs.windowStart,
        windowEnd: needs.windowEnd,
      })
      .from(needs)
      .where(
        and(eq(needs.buyerId, buyerId), ne(needs.status, "withdrawn"), last ? lt(needs.id, last) : undefined),
      )
      .orderBy(desc(needs.id))
      .limit(TITLES_AT_ONCE);
    for (const need of some) titled.add(need);
    if (some.length < TITLES_AT_ONCE) break;
    last = some.at(-1)!.id;
  }
  return titled;
}
