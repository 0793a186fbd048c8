import { eq } from "drizzle-orm";
import { readCursors } from "@/db/schema/events";
import { type Happening, listFollowed } from "../../collaboration/queries/history";
import type { Person } from "../../core/actor";
import type { Context } from "../../core/context";

type PersonContext = Context & { actor: Person };

/** What others changed in what the person follows, after what they have read. */
export async function listNews(ctx: PersonContext, { limit }: { limit: number }): Promise<Happening[]> {
  const [cursor] = await ctx.db
    .select({ seq: readCursors.seq })
    .from(readCursors)
    .where(eq(readCursors.personId, ctx.actor.personId));
  return listFollowed(ctx, { me: ctx.actor.personId, after: cursor?.seq ?? 0, limit });
}
