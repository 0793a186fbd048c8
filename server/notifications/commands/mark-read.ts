import { sql } from "drizzle-orm";
import { eventHead, readCursors } from "@/db/schema/events";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";

/** Remembers up to where the person has read. It only moves forward, and not past the log's end. */
export async function markRead(ctx: Context & { actor: Person }, seq: number) {
  const last = sql`least(${seq}::bigint, (select ${eventHead.seq} from ${eventHead}))`;
  await ctx.db
    .insert(readCursors)
    .values({ personId: ctx.actor.personId, seq: sql`${last}` })
    .onConflictDoUpdate({
      target: readCursors.personId,
      set: { seq: sql`greatest(${readCursors.seq}, excluded.seq)` },
    });
  return { read: true };
}
