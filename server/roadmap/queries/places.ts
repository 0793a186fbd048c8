import { and, inArray, sql } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import type { Context } from "../../core/context";
import { startOfQuarter } from "../../core/quarters";
import { keyFor, whileUnchanged } from "../../core/while-unchanged";
import { filterNeeds } from "../../needs/queries";
import { needsVisibleTo } from "../../needs/visible";
import type { Places } from "../input";
import {
  type AsRead,
  asNeeds,
  asSum,
  foundInTitle,
  inPieces,
  ownOf,
  type RoadmapNeed,
  type Sum,
} from "./needs";

const PLACES = 100;
const NEEDS_AT_PLACE = 5;

/** What is going to be asked at one place; the place is empty where the buyer named none. */
export type Place = Sum & { place: string; buyers: number; shown: RoadmapNeed[] };
type PlaceAsRead = Omit<Place, "shown"> & { shown: AsRead<RoadmapNeed>[] };

/** The same needs as on the timeline, by the place they are for, most money first. Places differ by more than case and spaces. */
export async function listPlaces(ctx: Context, input: Places): Promise<Place[]> {
  const asked = { ...input, from: input.from ?? startOfQuarter(ctx.now) };
  const key = keyFor(ctx, "places", asked);
  return whileUnchanged(ctx, key, () => readPlaces(ctx, asked));
}

async function readPlaces(ctx: Context, input: Places): Promise<Place[]> {
  const filters = and(
    needsVisibleTo(ctx.actor),
    inArray(needs.status, ["published", "fulfilled"]),
    ...filterNeeds(input),
  );
  const rows = await ctx.db.execute<{ place: PlaceAsRead }>(sql`
    with shown as materialized (
      select ${needs.id} as id, lower(btrim(${needs.place})) as key, btrim(${needs.place}) as place,
        ${needs.buyerId} as buyer_id, ${needs.valueMinCents} as value_min, ${needs.valueMaxCents} as value_max,
        row_number() over (partition by lower(btrim(${needs.place})) order by ${needs.windowStart}, ${needs.id}) as nth
      from ${needs} join ${organisations} on ${organisations.id} = ${needs.buyerId}
      where ${filters}
    ),
    summed as (
      select key, min(place) as place, count(*) as needs, count(distinct buyer_id) as buyers, sum(value_min) as value_min,
        sum(value_max) as value_max
      from shown group by key order by key = '', sum(value_max) desc, key limit ${PLACES}
    )
    select json_build_object('place', summed.place, 'buyers', summed.buyers, ${asSum(sql`summed`)}, 'shown', ${asNeeds(
      sql`select id from shown where shown.key = summed.key and nth <= ${NEEDS_AT_PLACE}`,
      ownOf(ctx),
      foundInTitle(input.q),
    )}) as place from summed order by key = '', value_max desc, key`);
  return rows.map(({ place }) => ({ ...place, shown: place.shown.map(inPieces) }));
}
