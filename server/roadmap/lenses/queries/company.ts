import { sql } from "drizzle-orm";
import type { Certainty, Language, Procedure, WindowPrecision } from "@/db/enums";
import { challenges } from "@/db/schema/challenges";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import type { Context } from "../../../core/context";
import { divisionOf } from "../../../needs/cpv";
import type { Roadmap } from "../../input";
import { type Call, firstMoment } from "../first-moment";
import {
  keptLens,
  type LensProgramme,
  middle,
  offsetOf,
  pagesOf,
  programmesOf,
  ROWS_ON_PAGE,
  scopeOf,
  sinceNow,
  values,
} from "./scope";

type Row = {
  totals: { needs: number; valueMinCents: number; valueMaxCents: number; actable: number; loose: number };
  quarters: { quarter: string; certainty: Certainty; needs: number; cents: number }[];
  needs: {
    id: string;
    title: string;
    language: Language;
    buyer: string;
    cpv: string | null;
    windowStart: string;
    windowEnd: string;
    windowPrecision: WindowPrecision;
    valueMinCents: number;
    valueMaxCents: number;
    procedure: Procedure;
    certainty: Certainty;
    programmes: LensProgramme[];
    calls: Call[];
  }[];
};

/** What companies look for: what is asked, for how much, how, and when they can first act; soonest first. */
export async function companyLens(ctx: Context, input: Roadmap) {
  const asked = sinceNow(ctx, input);
  const today = ctx.now.toISOString().slice(0, 10);
  const row = await keptLens(ctx, "company", { ...asked, today }, () => read(ctx, asked));
  return {
    ...row,
    from: asked.from,
    pages: pagesOf(row.totals.needs),
    needs: row.needs.map(({ calls, ...need }) => ({
      ...need,
      division: (need.cpv && divisionOf(need.cpv)?.name) || null,
      first: firstMoment(
        { calls, canPledge: need.programmes.some(({ isOpen }) => isOpen), windowStart: need.windowStart },
        ctx.now,
      ),
    })),
  };
}

export type CompanyLens = Awaited<ReturnType<typeof companyLens>>;

async function read(ctx: Context, asked: Roadmap & { from: string }): Promise<Row> {
  const rows = await ctx.db.execute<{ lens: Row }>(sql`
    with ${scopeOf(ctx, asked, values)},
    call as materialized (
      select c.need_id, min(c.deadline) as first,
        json_agg(json_build_object('id', c.id, 'deadline', c.deadline)) as calls
      from ${challenges} c join shown on shown.id = c.need_id
      where c.status = 'open' and c.deadline > ${ctx.now.toISOString()}::timestamptz group by c.need_id
    ),
    ordered as materialized (
      select shown.*, call.first, call.calls, standing.need_id is not null as can_pledge
      from shown left join call on call.need_id = shown.id left join standing on standing.need_id = shown.id
    ),
    page as (
      select id, calls, row_number() over () as place from (
        select id, calls from ordered order by first nulls last, can_pledge desc, starts, id
        limit ${ROWS_ON_PAGE} offset ${offsetOf(asked)}
      ) first_ones
    ),
    quarter as (
      select date_trunc('quarter', starts::timestamp) as starts, certainty, count(*) as needs, ${middle()} as cents
      from shown group by 1, 2
    )
    select json_build_object(
      'totals', (select json_build_object('needs', count(*), 'valueMinCents', coalesce(sum(value_min), 0),
        'valueMaxCents', coalesce(sum(value_max), 0),
        'actable', count(*) filter (where first is not null or can_pledge),
        'loose', count(*) filter (where not can_pledge)) from ordered),
      'quarters', coalesce((select json_agg(json_build_object('quarter', to_char(starts, 'YYYY"-Q"Q'),
        'certainty', certainty, 'needs', needs, 'cents', cents) order by starts) from quarter), '[]'),
      'needs', coalesce((select json_agg(json_build_object('id', n.id, 'title', n.title, 'language', n.language,
        'buyer', b.name, 'cpv', n.cpv, 'windowStart', n.window_start, 'windowEnd', n.window_end,
        'windowPrecision', n.window_precision, 'valueMinCents', n.value_min_cents,
        'valueMaxCents', n.value_max_cents, 'procedure', n.procedure, 'certainty', n.certainty,
        'programmes', ${programmesOf(sql`n.id`)}, 'calls', coalesce(page.calls, '[]')) order by page.place)
        from page join ${needs} n on n.id = page.id join ${organisations} b on b.id = n.buyer_id), '[]')
    ) as lens`);
  return rows[0]!.lens;
}
