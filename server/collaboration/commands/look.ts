import { sql } from "drizzle-orm";
import { eventHead, looks } from "@/db/schema/events";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { type Look, topicOf } from "../input";

/**
 * Remembers that the person has looked, and up to which event. It only moves forward, and not past the log's end. Where
 * someone looks is their own affair, so it is no event.
 */
export async function look(ctx: Context & { actor: Person }, { at, seq }: Look) {
  const last = sql`least(${seq}::bigint, (select ${eventHead.seq} from ${eventHead}))`;
  await ctx.db
    .insert(looks)
    .values({ personId: ctx.actor.personId, topic: topicOf(at), seq: last, at: ctx.now })
    .onConflictDoUpdate({
      target: [looks.personId, looks.topic],
      set: { seq: sql`greatest(${looks.seq}, excluded.seq)`, at: ctx.now },
    });
  return { looked: true };
}
