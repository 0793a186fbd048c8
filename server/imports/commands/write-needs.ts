import { sql } from "drizzle-orm";
import type { needs } from "@/db/schema/needs";
import type { Context, Transaction } from "../../core/context";
import type { Fields, Need } from "../compare";

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const snaked = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
const list = (names: string[], prefix = "") => sql.raw(names.map((name) => prefix + name).join(", "));

/** Many new needs in one statement; all have the same fields. */
export async function insertNeeds(tx: Transaction, rows: (typeof needs.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).map(snake);
  await tx.execute(sql`
    insert into needs (${list(columns)})
    select ${list(columns)} from jsonb_populate_recordset(null::needs, ${JSON.stringify(rows.map(snaked))}::jsonb)`);
}

const KEPT = ["search", "id", "buyerId", "createdBy", "createdAt"];

/** Many needs with their new fields in one statement; each gets its next version. */
export async function updateNeeds(
  tx: Transaction,
  ctx: Context,
  updates: { before: Need; after: Fields | Partial<Need> }[],
): Promise<void> {
  if (updates.length === 0) return;
  const rows = updates.map(({ before, after }) => ({
    ...before,
    ...after,
    version: before.version + 1,
    updatedAt: ctx.now,
  }));
  const columns = Object.keys(rows[0]!)
    .filter((name) => !KEPT.includes(name))
    .map(snake);
  const assigned = sql.raw(columns.map((name) => `${name} = r.${name}`).join(", "));
  const given = JSON.stringify(rows.map(({ search: _, ...row }) => snaked(row)));
  await tx.execute(sql`
    update needs n set ${assigned} from jsonb_populate_recordset(null::needs, ${given}::jsonb) r where n.id = r.id`);
}
