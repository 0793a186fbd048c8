import { sql } from "drizzle-orm";
import { actingFor } from "../core/actor";
import type { Context, Transaction } from "../core/context";

/**
 * The one door to the responses. Tells the database for which organisation the actor acts, for this transaction only:
 * row level security then shows that organisation's own responses, and others' only after the challenge's deadline by
 * the database's clock, whatever the query asks.
 */
export function asRespondent<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    const own = actingFor(ctx.actor)?.id ?? "";
    await tx.execute(sql`select set_config('bundel.organisation', ${own}, true)`);
    return work(tx);
  });
}
