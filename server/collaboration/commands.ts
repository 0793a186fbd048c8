import { and, eq, sql } from "drizzle-orm";
import { eventHead, follows, looks } from "@/db/schema/events";
import type { Person } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { type Look, type Subject, topicOf } from "./input";
import { canSee } from "./queries/history";

type PersonContext = Context & { actor: Person };

/**
 * Follows a subject. What someone follows is their own affair, so it is no event.
 * @throws DomainError "not-found" when the person may not see it
 */
export async function follow(ctx: PersonContext, { kind, id }: Subject) {
  const [seen] = await canSee(ctx, [{ kind, id }]);
  if (!seen) found(null);
  await ctx.db
    .insert(follows)
    .values({ personId: ctx.actor.personId, subjectKind: kind, subjectId: id })
    .onConflictDoNothing();
  return { following: true };
}

export async function unfollow(ctx: PersonContext, { kind, id }: Subject) {
  await ctx.db
    .delete(follows)
    .where(
      and(eq(follows.personId, ctx.actor.personId), eq(follows.subjectKind, kind), eq(follows.subjectId, id)),
    );
  return { following: false };
}

/**
 * Remembers that the person has looked, and up to which event. It only moves forward, and not past the log's end. Where
 * someone looks is their own affair, so it is no event.
 */
export async function look(ctx: PersonContext, { at, seq }: Look) {
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
