import { and, inArray, type SQL, sql } from "drizzle-orm";
import { CERTAINTIES, type Certainty, NEED_STATES, type NeedState } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import type { Context } from "../../core/context";
import { startOfQuarter } from "../../core/quarters";
import { keyFor, whileUnchanged } from "../../core/while-unchanged";
import { filterNeeds } from "../../needs/queries";
import { needsVisibleTo } from "../../needs/visible";
import type { Board } from "../input";
import {
  type AsRead,
  asNeeds,
  asSum,
  foundInTexts,
  inPieces,
  mayWithOwn,
  ownOf,
  type RoadmapNeed,
  type Sum,
} from "./needs";

const CARDS = 20;

/** A draft may lack what a need on the timeline has. */
export type BoardNeed = Omit<RoadmapNeed, keyof Lacking> & Partial<Lacking>;
type Lacking = Pick<RoadmapNeed, "windowStart" | "windowEnd" | "valueMinCents" | "valueMaxCents">;

/** The needs that share a certainty or a state, the soonest first; `shown` is the first of them. */
export type BoardColumn = Sum & { key: Certainty | NeedState; shown: BoardNeed[] };
type ColumnAsRead = Omit<BoardColumn, "shown"> & { shown: AsRead<BoardNeed>[] };

/** The same needs as on the timeline, by how sure they are or by their state; own drafts and what was withdrawn too. */
export async function getBoard(ctx: Context, input: Board) {
  const asked = { ...input, from: input.from ?? startOfQuarter(ctx.now) };
  const key = keyFor(ctx, "board", asked);
  const found = await whileUnchanged(ctx, key, () => readBoard(ctx, asked));
  const keys = asked.by === "certainty" ? [...CERTAINTIES].reverse() : NEED_STATES;
  return {
    columns: keys.map(
      (key): BoardColumn =>
        found.find((column) => column.key === key) ?? {
          key,
          needs: 0,
          valueMinCents: 0,
          valueMaxCents: 0,
          shown: [],
        },
    ),
    mayChange: mayWithOwn(ctx, "change"),
  };
}

export type BoardView = Awaited<ReturnType<typeof getBoard>>;

async function readBoard(ctx: Context, input: Board): Promise<BoardColumn[]> {
  const column: SQL = input.by === "certainty" ? sql`${needs.certainty}` : sql`${needs.status}`;
  const filters = and(
    needsVisibleTo(ctx.actor),
    input.by === "certainty" ? inArray(needs.status, ["published", "fulfilled"]) : undefined,
    ...filterNeeds(input),
  );
  const rows = await ctx.db.execute<{ column: ColumnAsRead }>(sql`
    with shown as materialized (
      select ${needs.id} as id, ${column} as key, ${needs.valueMinCents} as value_min, ${needs.valueMaxCents} as value_max,
        row_number() over (partition by ${column} order by ${needs.windowStart}, ${needs.id}) as place
      from ${needs} join ${organisations} on ${organisations.id} = ${needs.buyerId}
      where ${filters}
    ),
    summed as (
      select key, count(*) as needs, sum(value_min) as value_min, sum(value_max) as value_max from shown group by key
    )
    select json_build_object('key', summed.key, ${asSum(sql`summed`)}, 'shown', ${asNeeds(
      sql`select id from shown where shown.key = summed.key and place <= ${CARDS}`,
      ownOf(ctx),
      foundInTexts(input.q),
    )}) as column from summed`);
  return rows.map(({ column }) => ({ ...column, shown: column.shown.map(inPieces) }));
}
