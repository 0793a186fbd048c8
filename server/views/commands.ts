import { and, eq, isNull, type SQL } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { calendarFeeds, savedViews } from "@/db/schema/views";
import { actingFor, type Person } from "../core/actor";
import type { Context } from "../core/context";
import { brokenRule, found, violates } from "../core/errors";
import { type Feed, MOST_VIEWS, type RenameView, type SaveView } from "./input";
import { hashOf, newToken } from "./token";

type PersonContext = Context & { actor: Person };

/**
 * Keeps a way of looking at the roadmap under a name of the person's own.
 * @throws DomainError "rule" `views.nameTaken`, `views.tooMany`
 */
export async function saveView({ db, actor }: PersonContext, input: SaveView) {
  return db.transaction(async (tx) => {
    // Two that save at once are counted after each other.
    await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, actor.personId)).for("update");
    const count = await tx.$count(savedViews, eq(savedViews.personId, actor.personId));
    if (count >= MOST_VIEWS) throw brokenRule("views.tooMany", { most: MOST_VIEWS });
    const [view] = await tx
      .insert(savedViews)
      .values({ ...input, personId: actor.personId })
      .returning({ id: savedViews.id })
      .catch(refuseTakenName);
    return found(view);
  });
}

/** @throws DomainError "not-found" for someone else's, "rule" `views.nameTaken` */
export async function renameView(ctx: PersonContext, { id, name }: RenameView) {
  const [view] = await ctx.db
    .update(savedViews)
    .set({ name })
    .where(own(ctx, id))
    .returning({ id: savedViews.id })
    .catch(refuseTakenName);
  return found(view);
}

/** Forgets a view; a calendar of it is there no more. @throws DomainError "not-found" for someone else's */
export async function removeView(ctx: PersonContext, { id }: { id: string }) {
  const [view] = await ctx.db.delete(savedViews).where(own(ctx, id)).returning({ id: savedViews.id });
  return found(view);
}

/**
 * Gives a calendar an address that nobody can guess. It is told this once, for only its hash is kept; an earlier address of
 * the same calendar stops working. It sees what the person sees for the organisation acted for now.
 */
export async function makeFeed(ctx: PersonContext, { viewId }: Feed) {
  const { personId } = ctx.actor;
  if (viewId !== null)
    found((await ctx.db.select({ id: savedViews.id }).from(savedViews).where(own(ctx, viewId)))[0]);
  const token = newToken();
  const feed = { organisationId: actingFor(ctx.actor)?.id ?? null, tokenHash: hashOf(token), readAt: null };
  await ctx.db
    .insert(calendarFeeds)
    .values({ personId, viewId, ...feed })
    .onConflictDoUpdate({
      target: [calendarFeeds.personId, calendarFeeds.viewId],
      set: { ...feed, createdAt: ctx.now },
    });
  return { path: `/api/calendar/${token}.ics` };
}

/** Ends the address of a calendar. @throws DomainError "not-found" when there is none */
export async function revokeFeed({ db, actor }: PersonContext, { viewId }: Feed) {
  const [feed] = await db
    .delete(calendarFeeds)
    .where(
      and(
        eq(calendarFeeds.personId, actor.personId),
        viewId === null ? isNull(calendarFeeds.viewId) : eq(calendarFeeds.viewId, viewId),
      ),
    )
    .returning({ id: calendarFeeds.id });
  return found(feed);
}

const own = ({ actor }: PersonContext, id: string): SQL =>
  and(eq(savedViews.id, id), eq(savedViews.personId, actor.personId))!;

function refuseTakenName(error: unknown): never {
  throw violates(error, "saved_views_name") ? brokenRule("views.nameTaken") : error;
}
