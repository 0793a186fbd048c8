import { and, asc, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import { importRows, imports } from "@/db/schema/imports";
import { needs } from "@/db/schema/needs";
import { actingFor, holds, holdsUnverified } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { settled } from "./commands/work";
import type { ImportRowsOf } from "./input";
import { importPolicy } from "./policy";

const PAGE = 50;

/** The organisation's files, the newest first, and whether this person may bring in another. */
export async function listImports(ctx: Context) {
  const own = actingFor(ctx.actor);
  const mayUpload = own !== null && holdsUnverified(ctx.actor, "buyer");
  const rows = mayUpload
    ? await ctx.db
        .select()
        .from(imports)
        .where(eq(imports.buyerId, own.id))
        .orderBy(desc(imports.createdAt))
        .limit(PAGE)
    : [];
  return { mayUpload, organisationId: own?.id ?? null, imports: rows.map(shown) };
}

export type ImportList = Awaited<ReturnType<typeof listImports>>;

const shown = ({ createdBy: _, ...row }: typeof imports.$inferSelect) => ({
  ...row,
  status: settled(row),
  isLost: settled(row) !== row.status,
});

async function ownImport(ctx: Context, id: string) {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id));
  return found(row && importPolicy.rules.read.allows(ctx.actor, row) ? row : null);
}

/** One file, how far it is, and the first rows as they were read. */
export async function getImport(ctx: Context, { id }: { id: string }) {
  const row = await ownImport(ctx, id);
  const first = await ctx.db
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.line))
    .limit(3);
  return { ...shown(row), firstRows: first.map(({ cells }) => cells), mayPublish: holds(ctx.actor, "buyer") };
}

export type ImportShown = Awaited<ReturnType<typeof getImport>>;

/** Rows of one kind, with the needs they would change or may repeat. */
export async function listImportRows(ctx: Context, { id, outcome, page }: ImportRowsOf) {
  const row = await ownImport(ctx, id);
  const rows = await ctx.db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, id), ofKind(outcome)))
    .orderBy(asc(importRows.line))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const ids = rows.flatMap(({ needId, likeNeedId }) => [needId, likeNeedId].filter((one) => one !== null));
  const named = ids.length
    ? await ctx.db.select({ id: needs.id, title: needs.title }).from(needs).where(inArray(needs.id, ids))
    : [];
  const needOf = (needId: string | null) => named.find(({ id }) => id === needId) ?? null;
  const at = (column: string | undefined) => row.columns.indexOf(column ?? "");
  const [title, reference] = [at(row.mapping.title), at(row.mapping.reference)];
  return rows.map((one) => ({
    line: one.line,
    title: one.cells[title] ?? "",
    reference: one.cells[reference] ?? "",
    issues: one.issues.map((issue) => ({ ...issue, cell: one.cells[at(row.mapping[issue.field])] ?? "" })),
    changed: one.changed,
    need: needOf(one.needId),
    like: needOf(one.likeNeedId),
  }));
}

export type ImportRowShown = Awaited<ReturnType<typeof listImportRows>>[number];

function ofKind(outcome: ImportRowsOf["outcome"]): SQL {
  if (outcome === "likely") return isNotNull(importRows.likeNeedId);
  if (outcome === "kept") return eq(importRows.kept, true);
  return eq(importRows.outcome, outcome);
}

/** The rows to mend, as they were read: for a file to fill in and bring in again. */
export async function listWrongRows(ctx: Context, { id }: { id: string }) {
  const { columns, mapping, fileName } = await ownImport(ctx, id);
  const rows = await ctx.db
    .select({ line: importRows.line, cells: importRows.cells, issues: importRows.issues })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.outcome, "wrong")))
    .orderBy(asc(importRows.line));
  return { fileName, columns, mapping, rows };
}
