import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Language } from "@/db/enums";
import { imports } from "@/db/schema/imports";
import { actingFor, personId } from "../../core/actor";
import { authorize } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { inBatches } from "../batches";
import { formatOf, tableOf } from "../formats";
import { type ColumnMapping, guessMapping } from "../input";
import { importPolicy } from "../policy";

/** The head of a table is its line 1. */
const FIRST_LINE = 2;

/**
 * Reads a file into rows that can be checked; nothing of it is a need yet. What was uploaded before and never imported goes.
 * @throws DomainError "rule" that says what is wrong with the file as a whole
 */
export async function uploadImport(
  ctx: Context,
  { path, name, language }: { path: string; name: string; language: Language },
) {
  const buyerId = actingFor(ctx.actor)?.id ?? "";
  authorize(ctx.actor, importPolicy, "upload", { buyerId });
  const format = await formatOf(path);
  const { columns, rows } = await tableOf(format, path);
  return ctx.db.transaction(async (tx) => {
    await tx
      .delete(imports)
      .where(and(eq(imports.buyerId, buyerId), inArray(imports.status, ["uploaded", "checked"])));
    const id = v7();
    const mapping = guessMapping(columns, await rememberedMapping(tx, buyerId));
    await tx.insert(imports).values({
      id,
      buyerId,
      createdBy: personId(ctx.actor)!,
      fileName: name.slice(0, 200) || format.name,
      format: format.name,
      language,
      columns,
      mapping,
      rows: 0,
    });
    const count = await keepRows(tx, id, rows);
    await tx.update(imports).set({ rows: count }).where(eq(imports.id, id));
    return { id, version: 1, rows: count, mapping };
  });
}

/** What the organisation chose for its last file that was imported. */
async function rememberedMapping(tx: Transaction, buyerId: string): Promise<ColumnMapping> {
  const [last] = await tx
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(and(eq(imports.buyerId, buyerId), sql`${imports.ranAt} is not null`))
    .orderBy(desc(imports.ranAt))
    .limit(1);
  return last?.mapping ?? {};
}

async function keepRows(tx: Transaction, importId: string, rows: AsyncIterable<string[]>): Promise<number> {
  let line = FIRST_LINE;
  for await (const batch of inBatches(rows)) {
    const given = JSON.stringify(batch.map((cells) => ({ line: line++, cells })));
    await tx.execute(sql`
      insert into import_rows (import_id, line, cells)
      select ${importId}, line, cells from jsonb_populate_recordset(null::import_rows, ${given}::jsonb)`);
  }
  return line - FIRST_LINE;
}
