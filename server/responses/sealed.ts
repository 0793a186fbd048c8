import { sql } from "drizzle-orm";
import { actingFor } from "../core/actor";
import type { Context, Transaction } from "../core/context";

/**
 * The only way to responses: tells the database for which organisation this transaction acts. Before the deadline its
 * row level security shows that organisation's own response and nothing else, whatever a query asks.
 */
export async function sealed<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('bundel.organisation', ${actingFor(ctx.actor)?.id ?? ""}, true)`);
    return work(tx);
  });
}
