import { and, eq, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { presences } from "@/db/schema/collaboration";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import type { TellHere } from "../input";

type PersonContext = Context & { actor: Person };

/**
 * Tells something of the own open page, such as where its cursor is, to those who see that one is there.
 * @throws DomainError "not-found" for a page that is not open, or not the person's own
 */
export async function tellHere(ctx: PersonContext, { page, payload }: TellHere) {
  const [told] = await ctx.db
    .update(presences)
    .set({ payload, seenAt: sql`clock_timestamp()` })
    .where(and(eq(presences.id, page), eq(presences.personId, ctx.actor.personId)))
    .returning({ topic: presences.topic });
  await ctx.db.execute(sql`select tell_presence(${found(told).topic})`);
  return { told: true };
}

/** Chooses whether to be seen, and to see others. Who stops is gone at once, from every open page. */
export async function changePresence(ctx: PersonContext, { isShown }: { isShown: boolean }) {
  const { personId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await tx.update(persons).set({ showsPresence: isShown }).where(eq(persons.id, personId));
    if (isShown) return;
    const gone = await tx
      .delete(presences)
      .where(eq(presences.personId, personId))
      .returning({ topic: presences.topic });
    for (const { topic } of gone) await tx.execute(sql`select tell_presence(${topic})`);
  });
  return { isShown };
}
