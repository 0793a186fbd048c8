import { and, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import type { Context } from "../../core/context";
import { keyFor, whileUnchanged } from "../../core/while-unchanged";
import { type LikelyStart, likelyStart, type SlipHistory, slipHistoryOf } from "../slip";
import { needsVisibleTo } from "../visible";

const dayOf = ({ now }: Context) => now.toISOString().slice(0, 10);

/**
 * For these buyers, how far the start of each need moved, in days, from when it was published to now. A need counts when
 * its start moved, when its window has begun, or when it is fulfilled; not when it was withdrawn, nor when the reader may
 * not see it.
 */
const shiftsOf = (ctx: Context, buyers: SQL) => sql`
  select ${needs.buyerId} as buyer_id, ${needs.windowStart} - coalesce(first_start, ${needs.windowStart}) as days
  from ${needs} left join lateral (
    select s.from_start as first_start from need_slips s where s.need_id = ${needs.id} order by s.moved_at, s.id limit 1
  ) slip on true
  where ${and(
    sql`${needs.buyerId} in (${buyers})`,
    needsVisibleTo(ctx.actor),
    isNotNull(needs.publishedAt),
    isNotNull(needs.windowStart),
    ne(needs.status, "withdrawn"),
    sql`(${needs.windowStart} <> first_start or ${needs.windowStart} <= ${dayOf(ctx)}::date
      or ${needs.status} = 'fulfilled')`,
  )}`;

/** How far the windows of a buyer moved in the past, as far as the reader may see its needs. */
export async function slipHistory(ctx: Context, { buyerId }: { buyerId: string }): Promise<SlipHistory> {
  const key = keyFor(ctx, "slips", buyerId, dayOf(ctx));
  return whileUnchanged(ctx, key, async () => {
    const rows = await ctx.db.execute<{ days: number }>(shiftsOf(ctx, sql`${buyerId}::uuid`));
    return slipHistoryOf(rows.map(({ days }) => days));
  });
}

export type NeedOutlook = { id: string; history: SlipHistory; likely: LikelyStart | null };

/**
 * When each of these needs is likely to start, with the history of its buyer; one statement for all. Only needs that are
 * published, still to begin, and visible to the reader are in the answer.
 */
export async function likelyStarts(ctx: Context, { ids }: { ids: string[] }): Promise<NeedOutlook[]> {
  const today = dayOf(ctx);
  const wanted = and(
    inArray(needs.id, ids),
    needsVisibleTo(ctx.actor),
    sql`${needs.status} = 'published' and ${needs.windowStart} > ${today}::date`,
  );
  const rows = await ctx.db.execute<{ id: string; start: string; shifts: number[] | null }>(sql`
    with wanted as materialized (
      select ${needs.id} as id, ${needs.buyerId} as buyer_id, ${needs.windowStart}::text as start
      from ${needs} where ${wanted}
    ),
    shift as (${shiftsOf(ctx, sql`select buyer_id from wanted`)}),
    past as (select buyer_id, json_agg(days) as shifts from shift group by buyer_id)
    select wanted.id, wanted.start, past.shifts
    from wanted left join past on past.buyer_id = wanted.buyer_id order by wanted.start, wanted.id`);
  return rows.map(({ id, start, shifts }) => {
    const history = slipHistoryOf(shifts ?? []);
    return { id, history, likely: likelyStart(start, history, today) };
  });
}
