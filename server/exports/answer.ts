import { Readable } from "node:stream";
import type { Context } from "../core/context";
import { siteAddress } from "../core/site";
import type { NeedFilters } from "../needs/input";
import { csvOf } from "./csv";
import { packageOf } from "./package";
import { needsToExport } from "./queries";
import { xlsxOf } from "./xlsx";

const KINDS = {
  csv: { ending: "csv", type: "text/csv; charset=utf-8; header=present" },
  xlsx: { ending: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  ocds: { ending: "json", type: "application/json; charset=utf-8" },
};

/** What the roadmap shows this person with these filters, as a file to keep; 404 for a kind that there is not. */
export function exportAnswer(ctx: Context, kind: string, filters: NeedFilters, search: string): Response {
  if (!Object.hasOwn(KINDS, kind)) return new Response(null, { status: 404 });
  const { ending, type } = KINDS[kind as keyof typeof KINDS];
  const file = `bundel-${ctx.now.toISOString().slice(0, 10)}.${ending}`;
  return new Response(Readable.toWeb(fileOf(ctx, kind, filters, search)) as ReadableStream, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${file}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function fileOf(ctx: Context, kind: string, filters: NeedFilters, search: string): Readable {
  if (kind === "ocds") return packageOf(ctx, filters, `${siteAddress()}/api/export/ocds${search}`);
  const needs = needsToExport(ctx, filters);
  return kind === "csv" ? csvOf(needs) : xlsxOf(needs);
}
