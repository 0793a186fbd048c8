import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { ImportOutcome } from "@/db/enums";
import { importRows, imports } from "@/db/schema/imports";
import { organisations } from "@/db/schema/organisations";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { DomainError, found } from "../../core/errors";
import { nudge } from "../../core/events";
import { logFailure } from "../../core/log";
import { judgeOf } from "../judge";
import { AT_WORK, type ImportAction, importLifecycle } from "../lifecycle";
import { importPolicy } from "../policy";

export type Import = typeof imports.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;
/** The work goes on when the command has answered; who wants to can wait for `done`, which never fails. */
export type Started = { id: string; version: number; done: Promise<void> };

const AT_ONCE = 500;
/** Without a word for so long, the process that was at work is gone: the step may be tried again. */
const LOST_AFTER_SECONDS = 60;

/**
 * Begins a step of an import: who, when, not stale; then works on, outside the request. A step that fails leaves nothing
 * but its reason, and the import is again as it was before.
 */
export async function start(
  ctx: Context,
  step: { id: string; version: number },
  action: "check" | "run" | "undo",
  prepare: (row: Import) => Partial<Import>,
  work: (row: Import) => Promise<Partial<Import>>,
): Promise<Started> {
  const row = await ctx.db.transaction(async (tx) => {
    const [locked] = await tx.select().from(imports).where(eq(imports.id, step.id)).for("update");
    const before = found(locked && importPolicy.rules.read.allows(ctx.actor, locked) ? locked : null);
    authorize(ctx.actor, importPolicy, action, before);
    const status = transition(importLifecycle, settled(before), action);
    if (before.version !== step.version) refuseStale({ version: before.version }, step.version);
    const change = { ...prepare(before), status, failure: null, doneRows: 0, progressAt: new Date() };
    const version = before.version + 1;
    await tx
      .update(imports)
      .set({ ...change, version })
      .where(eq(imports.id, step.id));
    return { ...before, ...change, version };
  });
  return { id: row.id, version: row.version, done: carryOut(ctx, row, work) };
}

async function carryOut(ctx: Context, row: Import, work: (row: Import) => Promise<Partial<Import>>) {
  try {
    const result = await work(row);
    await tell(ctx, row, result);
  } catch (error) {
    if (!(error instanceof DomainError)) logFailure(error, "imports");
    const failure = error instanceof DomainError ? error.key : "unexpected";
    const status = transition(importLifecycle, row.status, "fail");
    await tell(ctx, row, { status, failure }).catch((lost) => logFailure(lost, "imports"));
  }
}

/** The state that counts: what was lost at work is as it was before that work. */
export function settled({ status, progressAt }: Pick<Import, "status" | "progressAt">) {
  const silent = Date.now() - (progressAt?.getTime() ?? 0) > LOST_AFTER_SECONDS * 1_000;
  return AT_WORK.includes(status) && silent ? transition(importLifecycle, status, "fail") : status;
}

export const ended = (row: Import, action: ImportAction) => transition(importLifecycle, row.status, action);

/** Writes how far it is, and tells the pages that show it. */
export async function tell(ctx: Context, row: Import, change: Partial<Import>): Promise<void> {
  await ctx.db
    .update(imports)
    .set({ ...change, progressAt: new Date(), ...(change.status ? { version: row.version + 1 } : {}) })
    .where(eq(imports.id, row.id));
  await nudge(ctx.db, [`imports:${row.buyerId}`]);
}

/** The rows of an import in order, some at a time; `done` is called after each of them. */
export async function* batchesOf(
  db: Context["db"] | Transaction,
  row: Import,
  { outcomes, where }: { outcomes?: ImportOutcome[]; where?: SQL } = {},
): AsyncGenerator<ImportRow[]> {
  let last = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, row.id),
          gt(importRows.line, last),
          outcomes && inArray(importRows.outcome, outcomes),
          where,
        ),
      )
      .orderBy(asc(importRows.line))
      .limit(AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)!.line;
  }
}

/** How the rows of this import are read. */
export async function judgeFor(ctx: Context, row: Import) {
  const [buyer] = await ctx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, row.buyerId));
  const { columns, mapping, language } = row;
  return judgeOf({ columns, mapping, language, buyerName: found(buyer).name });
}

/** Writes what became of rows, many at once. */
export async function writeRows(
  db: Context["db"] | Transaction,
  row: Import,
  rows: (Pick<ImportRow, "line"> & Partial<ImportRow>)[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = JSON.stringify(
    rows.map((one) => ({
      line: one.line,
      outcome: one.outcome,
      issues: one.issues,
      changed: one.changed,
      need_id: one.needId,
      like_need_id: one.likeNeedId,
      before: one.before,
      version_after: one.versionAfter,
      kept: one.kept,
    })),
  );
  await db.execute(sql`
    update import_rows r set outcome = n.outcome, issues = n.issues, changed = n.changed, need_id = n.need_id,
      like_need_id = n.like_need_id, before = n.before, version_after = n.version_after, kept = n.kept
    from jsonb_populate_recordset(null::import_rows, ${given}::jsonb) n
    where r.import_id = ${row.id} and r.line = n.line`);
}
