import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { persons } from "@/db/schema/accounts";
import { follows } from "@/db/schema/events";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { calendarFeeds, savedViews } from "@/db/schema/views";
import { actorsOf } from "../auth/actor";
import { isPerson, type Person } from "../core/actor";
import type { Context } from "../core/context";
import { startOfQuarter } from "../core/quarters";
import type { NeedFilters } from "../needs/input";
import { filterNeeds } from "../needs/queries";
import { needsVisibleTo } from "../needs/visible";
import { hashOf } from "./token";

/** More than a calendar can be read with. */
const MOST_NEEDS = 2000;

/** The person's own views by name, and whether what they follow has a calendar; null for a visitor. */
export async function ownViews({ db, actor }: Context) {
  if (!isPerson(actor)) return null;
  const following = alias(calendarFeeds, "following");
  const rows = await db
    .select({
      view: { id: savedViews.id, name: savedViews.name, address: savedViews.address },
      calendarSince: calendarFeeds.createdAt,
      calendarReadAt: calendarFeeds.readAt,
      following: { calendarSince: following.createdAt, calendarReadAt: following.readAt },
    })
    .from(persons)
    .leftJoin(savedViews, eq(savedViews.personId, persons.id))
    .leftJoin(calendarFeeds, eq(calendarFeeds.viewId, savedViews.id))
    .leftJoin(following, and(eq(following.personId, persons.id), isNull(following.viewId)))
    .where(eq(persons.id, actor.personId))
    .orderBy(asc(sql`lower(${savedViews.name})`));
  return {
    views: rows.flatMap(({ view, calendarSince, calendarReadAt }) =>
      view ? [{ ...view, calendarSince, calendarReadAt }] : [],
    ),
    following: rows[0]?.following ?? { calendarSince: null, calendarReadAt: null },
  };
}

export type OwnViews = NonNullable<Awaited<ReturnType<typeof ownViews>>>;

/**
 * What a calendar holds, as its person may see it at this moment; null for an address that does not work, or no more:
 * revoked, erased, or no longer of the organisation that it was made for.
 */
export async function readFeed(ctx: Context, token: string) {
  const [row] = await ctx.db
    .select({ feed: calendarFeeds, language: persons.language, view: savedViews })
    .from(calendarFeeds)
    .innerJoin(persons, eq(persons.id, calendarFeeds.personId))
    .leftJoin(savedViews, eq(savedViews.id, calendarFeeds.viewId))
    .where(eq(calendarFeeds.tokenHash, hashOf(token)));
  if (!row) return null;
  const { feed, language, view } = row;
  const actor = await readerOf(ctx, feed);
  if (!actor) return null;
  await ctx.db.update(calendarFeeds).set({ readAt: ctx.now }).where(eq(calendarFeeds.id, feed.id));
  const wanted = view ? viewed(ctx, view.filters as NeedFilters) : [followedBy(feed.personId)];
  return { language, name: view?.name ?? null, needs: await needsFor({ ...ctx, actor }, wanted) };
}

type FeedRow = Pick<typeof calendarFeeds.$inferSelect, "personId" | "organisationId">;

async function readerOf({ db }: Context, { personId, organisationId }: FeedRow): Promise<Person | null> {
  const actors = await actorsOf(db, personId);
  if (organisationId !== null)
    return actors.find(({ organisation }) => organisation?.id === organisationId) ?? null;
  const [actor] = actors;
  return actor ? { ...actor, organisation: null } : null;
}

const viewed = (ctx: Context, filters: NeedFilters) =>
  filterNeeds({ ...filters, from: filters.from ?? startOfQuarter(ctx.now) });

/** Needs that are followed themselves, or by their programme, buyer or ecosystem. */
function followedBy(personId: string): SQL {
  const of = (kind: string) =>
    sql`select ${follows.subjectId} from ${follows} where ${follows.personId} = ${personId} and ${follows.subjectKind} = ${kind}`;
  const objects = (kind: string) => sql`(select id::uuid from (${of(kind)}) followed (id))`;
  return or(
    inArray(needs.id, objects("need")),
    inArray(needs.buyerId, objects("organisation")),
    sql`${needs.ecosystems} && array(${of("ecosystem")})`,
    sql`exists (select 1 from programme_needs l join programmes p on p.id = l.programme_id where l.need_id = ${needs.id}
      and l.status in ('consented', 'fixed') and p.published_at is not null and p.id in ${objects("programme")})`,
  )!;
}

const needsFor = (ctx: Context, wanted: (SQL | undefined)[]) =>
  ctx.db
    .select({
      id: needs.id,
      title: needs.title,
      buyer: organisations.name,
      windowStart: sql<string>`${needs.windowStart}`,
      windowEnd: sql<string>`${needs.windowEnd}`,
      valueMinCents: needs.valueMinCents,
      valueMaxCents: needs.valueMaxCents,
      certainty: needs.certainty,
      version: needs.version,
      updatedAt: needs.updatedAt,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(and(needsVisibleTo(ctx.actor), eq(needs.status, "published"), ...wanted))
    .orderBy(asc(needs.windowStart), asc(needs.id))
    .limit(MOST_NEEDS);

export type CalendarNeed = Awaited<ReturnType<typeof needsFor>>[number];
