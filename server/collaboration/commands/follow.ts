import { and, eq } from "drizzle-orm";
import { follows } from "@/db/schema/events";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import type { Followed } from "../input";
import { mayFollow } from "../queries/follows";

type PersonContext = Context & { actor: Person };

/**
 * Follows an object, an ecosystem or a cell. What someone follows is their own affair, so it is no event.
 * @throws DomainError "not-found" when the person may not see it, or the region does not have it
 */
export async function follow(ctx: PersonContext, followed: Followed) {
  const { kind, id } = followed;
  if (!(await mayFollow(ctx, followed))) found(null);
  await ctx.db
    .insert(follows)
    .values({ personId: ctx.actor.personId, subjectKind: kind, subjectId: id })
    .onConflictDoNothing();
  return { following: true };
}

export async function unfollow(ctx: PersonContext, { kind, id }: Followed) {
  await ctx.db
    .delete(follows)
    .where(
      and(eq(follows.personId, ctx.actor.personId), eq(follows.subjectKind, kind), eq(follows.subjectId, id)),
    );
  return { following: false };
}
