import { sql } from "drizzle-orm";
import type { Language } from "@/db/enums";
import { pledges, programmes } from "@/db/schema/programmes";
import { actingFor } from "../../../core/actor";
import type { Context } from "../../../core/context";
import type { Roadmap } from "../../input";
import { capitalByYear, multiplierOf, type Pledged, type Spending } from "../capital";
import {
  keptLens,
  middle,
  offsetOf,
  pagesOf,
  ROWS_ON_PAGE,
  scopeOf,
  sinceNow,
  values,
  yearOf,
} from "./scope";

export type FinancedProgramme = {
  id: string;
  title: string;
  language: Language;
  isOpen: boolean;
  yearFrom: number;
  yearTo: number;
  spendingCents: number;
  ownCents: number;
  othersCents: number;
};
type Row = {
  totals: { needs: number; loose: number; programmes: number };
  spending: Spending[];
  pledged: Pledged[];
  programmes: FinancedProgramme[];
};

/** What will be spent per year, how sure that is, and what capital is pledged against it. */
export async function financierLens(ctx: Context, input: Roadmap) {
  const asked = sinceNow(ctx, input);
  const row = await keptLens(ctx, "financier", asked, () => read(ctx, asked));
  const { totals, spending, pledged } = row;
  const sumOf = (list: readonly { cents: number }[]) => list.reduce((sum, { cents }) => sum + cents, 0);
  const ownCents = sumOf(pledged.filter(({ isOwn }) => isOwn));
  const othersCents = sumOf(pledged.filter(({ isOwn }) => !isOwn));
  return {
    from: asked.from,
    totals: {
      ...totals,
      spendingCents: sumOf(spending),
      ownCents,
      othersCents,
      multiplier: multiplierOf(ownCents, othersCents),
    },
    years: capitalByYear(spending, pledged),
    programmes: row.programmes.map((programme) => ({
      ...programme,
      gapCents: Math.max(0, programme.spendingCents - programme.ownCents - programme.othersCents),
    })),
    pages: pagesOf(totals.programmes),
  };
}

export type FinancierLens = Awaited<ReturnType<typeof financierLens>>;

async function read(ctx: Context, asked: Roadmap & { from: string }): Promise<Row> {
  const own = actingFor(ctx.actor)?.id ?? null;
  const rows = await ctx.db.execute<{ lens: Row }>(sql`
    with ${scopeOf(ctx, asked, values)},
    spending as (
      select ${yearOf(sql`starts`)} as year, certainty, ${middle()} as cents,
        coalesce(round(sum(value_min + value_max) filter (where standing.need_id is null) / 2.0), 0)::bigint as loose
      from shown left join standing on standing.need_id = shown.id group by 1, 2
    ),
    capital as materialized (
      select programme_id, organisation_id is not distinct from ${own}::uuid as is_own, year_from, year_to,
        sum(amount_cents) as cents
      from ${pledges} where kind = 'capital' and status = 'offered'
        and programme_id in (select programme_id from placed) group by 1, 2, 3, 4
    ),
    held as materialized (
      select programme_id, bool_or(is_open) as is_open, min(${yearOf(sql`starts`)}) as year_from,
        max(${yearOf(sql`starts`)}) as year_to, ${middle()} as cents
      from placed join shown on shown.id = placed.need_id group by 1
    ),
    brought as (
      select programme_id, coalesce(sum(cents) filter (where is_own), 0) as own,
        coalesce(sum(cents) filter (where not is_own), 0) as others from capital group by 1
    ),
    page as (
      select held.*, coalesce(own, 0) as own, coalesce(others, 0) as others,
        cents - coalesce(own, 0) - coalesce(others, 0) as gap
      from held left join brought on brought.programme_id = held.programme_id
      order by gap desc, held.programme_id limit ${ROWS_ON_PAGE} offset ${offsetOf(asked)}
    )
    select json_build_object(
      'totals', json_build_object('needs', (select count(*) from shown),
        'loose', (select count(*) from shown) - (select count(*) from standing),
        'programmes', (select count(*) from held)),
      'spending', coalesce((select json_agg(json_build_object('year', year, 'certainty', certainty,
        'cents', cents, 'looseCents', loose)) from spending), '[]'),
      'pledged', coalesce((select json_agg(json_build_object('yearFrom', year_from, 'yearTo', year_to,
        'cents', cents, 'isOwn', is_own)) from (select is_own, year_from, year_to, sum(cents) as cents
          from capital group by 1, 2, 3) one), '[]'),
      'programmes', coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title,
        'language', p.language, 'isOpen', page.is_open, 'yearFrom', page.year_from, 'yearTo', page.year_to,
        'spendingCents', page.cents, 'ownCents', page.own, 'othersCents', page.others)
        order by page.gap desc, p.id) from page join ${programmes} p on p.id = page.programme_id), '[]')
    ) as lens`);
  return rows[0]!.lens;
}
