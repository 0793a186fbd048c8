import { and, eq } from "drizzle-orm";
import { follows } from "@/db/schema/events";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import type { Subject } from "../input";
import { canSee } from "../queries/history";

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
