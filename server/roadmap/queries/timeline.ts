import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Language, ProgrammeState } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { holds, holdsUnverified } from "../../core/actor";
import type { Context } from "../../core/context";
import { type Found, foundIn, speaksOf } from "../../core/full-text";
import { quarterAfter, quarterOfDay, quartersBetween, startOfQuarter } from "../../core/quarters";
import { keyFor, whileUnchanged } from "../../core/while-unchanged";
import { filterNeeds } from "../../needs/queries";
import { needsVisibleTo } from "../../needs/visible";
import { ownLensOf, type Roadmap } from "../input";
import {
  type AsRead,
  asNeeds,
  asSum,
  foundInTitle,
  inPieces,
  mayWithOwn,
  ownOf,
  type RoadmapNeed,
  type Sum,
} from "./needs";

const LANES = 10;
const NEEDS_IN_LANE = 8;
const LOOSE = 12;
const MOST_QUARTERS = 40;
/** Empty quarters at both ends, for who can move a bar. */
const ROOM_TO_MOVE = 2;

/** A programme with what of it fits the filters: agreed to by the buyer, and visible to who asks. */
export type Lane = Sum & {
  id: string;
  title: string;
  language: Language;
  status: ProgrammeState;
  lead: string;
  isDemonstration: boolean;
  buyers: number;
  start: string | null;
  end: string | null;
  /** What was searched for in its title. */
  found?: Found;
  /** The first of them; the programme's own page has all. */
  shown: RoadmapNeed[];
};

type Row = {
  totals: Sum & { buyers: number; first: string | null; last: string | null };
  quarters: (Sum & { quarter: string })[];
  lanes: Lane[];
  laneCount: number;
  loose: RoadmapNeed[];
  looseCount: number;
};
type RowAsRead = Omit<Row, "lanes" | "loose"> & {
  lanes: (Omit<AsRead<Lane>, "shown"> & { shown: AsRead<RoadmapNeed>[] })[];
  loose: AsRead<RoadmapNeed>[];
};

/**
 * Programmes as lanes with the needs that buyers agreed to bundle, and the needs in no programme, from this quarter on
 * unless another start is asked.
 */
export async function getRoadmap(ctx: Context, input: Roadmap) {
  const asked = { ...input, from: input.from ?? startOfQuarter(ctx.now) };
  const row = await whileUnchanged(ctx, keyFor(ctx, "roadmap", asked), () => readRoadmap(ctx, asked));
  const mayMove = mayWithOwn(ctx, "move");
  return {
    ...row,
    from: asked.from,
    today: ctx.now.toISOString().slice(0, 10),
    columns: columnsOf(asked, row.totals, mayMove ? ROOM_TO_MOVE : 0),
    pages: Math.max(1, Math.ceil(row.laneCount / LANES), Math.ceil(row.looseCount / LOOSE)),
    mayMove,
    mayPost: holdsUnverified(ctx.actor, "buyer"),
    mayBundle: holds(ctx.actor, "curator"),
    ownLens: ownLensOf(ctx.actor),
  };
}

export type RoadmapView = Awaited<ReturnType<typeof getRoadmap>>;

/** The quarters of the windows and some room around them, but never one before the period that was asked for. */
function columnsOf(
  { from, until }: { from: string; until?: string },
  { first, last }: Row["totals"],
  room: number,
) {
  const earliest = quarterOfDay(from);
  const [start, end] = [quarterOfDay(first ?? from), quarterOfDay(until ?? last ?? first ?? from)];
  const begin = [earliest, quarterAfter(start, -room)].sort()[1]!;
  return quartersBetween(begin, quarterAfter(end, room), MOST_QUARTERS);
}

async function readRoadmap(ctx: Context, input: Roadmap): Promise<Row> {
  const own = ownOf(ctx);
  const filters = and(
    needsVisibleTo(ctx.actor),
    inArray(needs.status, ["published", "fulfilled"]),
    ...filterNeeds(input),
  );
  const rows = await ctx.db.execute<{ roadmap: RowAsRead }>(sql`
    with shown as materialized (
      select ${needs.id} as id, ${needs.buyerId} as buyer_id, ${needs.windowStart} as window_start,
        ${needs.windowEnd} as window_end, ${needs.valueMinCents} as value_min, ${needs.valueMaxCents} as value_max
      from ${needs} join ${organisations} on ${organisations.id} = ${needs.buyerId}
      where ${filters}
    ),
    placed as materialized (
      select ${programmeNeeds.programmeId} as programme_id, shown.*
      from ${programmeNeeds} join shown on shown.id = ${programmeNeeds.needId}
        join ${programmes} on ${programmes.id} = ${programmeNeeds.programmeId}
      where ${and(inArray(programmeNeeds.status, ["consented", "fixed"]), isNotNull(programmes.publishedAt))}
    ),
    summed as (
      select programme_id, count(*) as needs, count(distinct buyer_id) as buyers, sum(value_min) as value_min,
        sum(value_max) as value_max, min(window_start) as starts, max(window_end) as ends
      from placed group by programme_id
    ),
    every_lane as materialized (
      select ${programmes.id} as id, ${programmes.title} as title, ${programmes.leadId} as lead_id, summed.*
      from ${programmes} left join summed on summed.programme_id = ${programmes.id}
      where ${isNotNull(programmes.publishedAt)} and (summed.programme_id is not null or ${withoutNeeds(input)})
    ),
    lane as (
      select * from every_lane order by starts nulls last, title, id
      limit ${LANES} offset ${(input.page - 1) * LANES}
    ),
    loose as (
      select * from shown where not exists (select 1 from placed where placed.id = shown.id)
      order by window_start, id limit ${LOOSE} offset ${(input.page - 1) * LOOSE}
    ),
    quarter as (
      select date_trunc('quarter', greatest(window_start, ${input.from}::date)::timestamp) as starts, count(*) as needs,
        sum(value_min) as value_min, sum(value_max) as value_max, min(window_start) as first, max(window_end) as last
      from shown group by 1
    ),
    totals as (
      select coalesce(sum(needs), 0) as needs, coalesce(sum(value_min), 0) as value_min,
        coalesce(sum(value_max), 0) as value_max, min(first) as first, max(last) as last,
        (select count(*) from (select distinct buyer_id from shown) buyer) as buyers
      from quarter
    )
    select json_build_object(
      'totals', (select json_build_object('first', first, 'last', last, 'buyers', buyers, ${asSum(sql`totals`)}) from totals),
      'quarters', coalesce((select json_agg(json_build_object('quarter', to_char(starts, 'YYYY"-Q"Q'),
        ${asSum(sql`quarter`)}) order by starts) from quarter), '[]'),
      'lanes', coalesce((select json_agg(json_build_object('id', lane.id, 'title', lane.title,
          'language', p.language, 'status', p.status, 'lead', l.name, 'buyers', coalesce(lane.buyers, 0),
          'isDemonstration', l.is_demonstration, 'start', lane.starts, 'end', lane.ends,
          'found', ${foundIn({ title: sql`lane.title` }, input.q)}, ${asSum(sql`lane`)},
          'shown', ${asNeeds(
            sql`select id from placed where placed.programme_id = lane.id
            order by window_start, id limit ${NEEDS_IN_LANE}`,
            own,
            foundInTitle(input.q),
          )}) order by lane.starts nulls last, lane.title, lane.id)
        from lane join ${programmes} p on p.id = lane.id join ${organisations} l on l.id = lane.lead_id), '[]'),
      'laneCount', (select count(*) from every_lane),
      'loose', ${asNeeds(sql`select id from loose`, own, foundInTitle(input.q))},
      'looseCount', (select needs from totals) - (select count(*) from (select distinct id from placed) one)
    ) as roadmap`);
  const { lanes, loose, ...rest } = rows[0]!.roadmap;
  return {
    ...rest,
    lanes: lanes.map((lane) => ({ ...inPieces(lane), shown: lane.shown.map(inPieces) })),
    loose: loose.map(inPieces),
  };
}

/** A programme that nothing is agreed in yet is shown too, unless the filters ask about needs. */
function withoutNeeds({ buyerKind, certainty, valueFrom, until, q, theme, ecosystem }: Roadmap): SQL {
  if (buyerKind || certainty || valueFrom !== undefined || until) return sql`false`;
  return and(
    eq(programmes.status, "published"),
    q ? speaksOf(programmes.search, q) : undefined,
    theme ? eq(programmes.theme, theme) : undefined,
    ecosystem ? sql`${programmes.ecosystems} @> array[${ecosystem}]::text[]` : undefined,
  )!;
}
