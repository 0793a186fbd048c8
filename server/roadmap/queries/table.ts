import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { CERTAINTIES, type Language, PROCEDURES } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import type { Context } from "../../core/context";
import { type Found, foundIn } from "../../core/full-text";
import { startOfQuarter } from "../../core/quarters";
import { keyFor, whileUnchanged } from "../../core/while-unchanged";
import { cpvOf } from "../../needs/cpv";
import { filterNeeds } from "../../needs/queries";
import { likelyStarts } from "../../needs/queries/slips";
import { needsVisibleTo } from "../../needs/visible";
import { getWords } from "../../regions/queries";
import { TABLE_ROWS, type TableAsked, type TableSort } from "../input";
import { mayWithOwn, ownOf } from "./needs";

/** A programme that the buyer of a need agreed to. */
export type ProgrammeNamed = { id: string; title: string; language: Language };

/**
 * One page of the needs of the roadmap as rows, in the order asked; the needs with the same place in it by their id, so that
 * none is on two pages. How many there are in all is among the roadmap's totals.
 */
export async function getTable(ctx: Context, input: TableAsked) {
  const asked = { ...input, from: input.from ?? startOfQuarter(ctx.now) };
  const today = input.likely && ctx.now.toISOString().slice(0, 10);
  const rows = await whileUnchanged(ctx, keyFor(ctx, "table", asked, today), () => readRows(ctx, asked));
  return { rows, mayMove: mayWithOwn(ctx, "move"), mayChange: mayWithOwn(ctx, "change") };
}

export type TableView = Awaited<ReturnType<typeof getTable>>;
export type TableRow = TableView["rows"][number];

async function readRows(ctx: Context, { sort, descending, page, likely, ...filters }: TableAsked) {
  const own = ownOf(ctx);
  const direction = descending ? desc : asc;
  const rows = await ctx.db
    .select({
      id: needs.id,
      title: needs.title,
      language: needs.language,
      windowStart: sql<string>`${needs.windowStart}`,
      windowEnd: sql<string>`${needs.windowEnd}`,
      precision: needs.windowPrecision,
      valueMinCents: sql<number>`${needs.valueMinCents}`.mapWith(Number),
      valueMaxCents: sql<number>`${needs.valueMaxCents}`.mapWith(Number),
      certainty: needs.certainty,
      theme: needs.theme,
      ecosystems: needs.ecosystems,
      cpv: needs.cpv,
      place: needs.place,
      procedure: needs.procedure,
      changedAt: needs.updatedAt,
      version: needs.version,
      isOwn: sql<boolean>`${needs.buyerId} is not distinct from ${own}::uuid and ${needs.status} = 'published'`,
      buyer: organisations.name,
      isDemonstration: organisations.isDemonstration,
      programmes,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(
      and(
        needsVisibleTo(ctx.actor),
        inArray(needs.status, ["published", "fulfilled"]),
        ...filterNeeds(filters),
      ),
    )
    .orderBy(missingLast(sort, direction(orderOf(sort))), direction(needs.id))
    .limit(TABLE_ROWS)
    .offset((page - 1) * TABLE_ROWS);
  const ids = rows.map(({ id }) => id);
  const outlooks = likely ? await likelyStarts(ctx, { ids }) : [];
  const likelyOf = new Map(outlooks.map((outlook) => [outlook.id, outlook.likely]));
  const foundOf = await foundAmong(ctx, ids, filters.q);
  return rows.map(({ cpv, ...row }) => ({
    ...row,
    cpv: cpv && { code: cpv, name: cpvOf(cpv)?.name ?? null },
    likely: likelyOf.get(row.id) ?? null,
    found: foundOf.get(row.id) ?? null,
  }));
}

/** What was searched for in each need of a page; asked apart, so that the pages before it cost nothing. */
async function foundAmong(ctx: Context, ids: string[], q: string): Promise<Map<string, Found | null>> {
  if (q === "" || ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: needs.id, found: foundIn(needs, q) })
    .from(needs)
    .where(and(inArray(needs.id, ids), needsVisibleTo(ctx.actor)));
  return new Map(rows.map(({ id, found }) => [id, found]));
}

const programmes = sql<ProgrammeNamed[]>`coalesce((
  select json_agg(json_build_object('id', p.id, 'title', p.title, 'language', p.language) order by p.title, p.id)
  from programme_needs l join programmes p on p.id = l.programme_id
  where l.need_id = ${needs.id} and l.status in ('consented', 'fixed') and p.published_at is not null), '[]')`;

const placeIn = (words: readonly string[], column: SQL): SQL =>
  sql`array_position(array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[], ${column}::text)`;

/** Themes in the region's order, certainties from least sure to surest, money by its middle. */
function orderOf(sort: TableSort): SQL {
  const { missionThemes } = getWords();
  const orders: Record<TableSort, SQL> = {
    title: sql`${needs.title}`,
    buyer: sql`${organisations.name}`,
    window: sql`${needs.windowStart}`,
    certainty: placeIn(CERTAINTIES, sql`${needs.certainty}`),
    value: sql`(${needs.valueMinCents} + ${needs.valueMaxCents})`,
    theme: placeIn(
      missionThemes.map(({ slug }) => slug),
      sql`${needs.theme}`,
    ),
    cpv: sql`${needs.cpv}`,
    place: sql`nullif(lower(btrim(${needs.place})), '')`,
    procedure: placeIn(PROCEDURES, sql`nullif(${needs.procedure}, 'unknown')`),
    changed: sql`${needs.updatedAt}`,
  };
  return orders[sort];
}

const MAY_LACK: readonly TableSort[] = ["theme", "cpv", "place", "procedure"];

/** What a need does not say stands behind what others say, in either direction. */
const missingLast = (sort: TableSort, order: SQL): SQL =>
  MAY_LACK.includes(sort) ? sql`${order} nulls last` : order;
