import { sql } from "drizzle-orm";
import type { Certainty, Language } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { pledges } from "@/db/schema/programmes";
import type { Context } from "../../../core/context";
import type { Roadmap } from "../../input";
import {
  keptLens,
  type LensProgramme,
  offsetOf,
  pagesOf,
  programmesOf,
  ROWS_ON_PAGE,
  scopeOf,
  sinceNow,
  yearOf,
} from "./scope";
import { questionKeyOf, questionWordsOf, trlOf } from "./words";

export type AskedQuestion = {
  words: string;
  line: string;
  trl: number | null;
  language: Language;
  need: { id: string; title: string };
  buyer: string;
  theme: string;
  certainty: Certainty;
  year: number;
  programmes: LensProgramme[];
  /** Research that was pledged for it, to a programme of the need. */
  research: { id: string; title: string; language: Language; programmeId: string; by: string }[];
};
type Row = {
  totals: { questions: number; open: number; buyers: number; loose: number };
  themes: { theme: string; certainty: Certainty; questions: number; open: number }[];
  questions: AskedQuestion[];
};

/** What buyers do not know yet, who asks, and what research is pledged for it; what nobody took up first. */
export async function researcherLens(ctx: Context, input: Roadmap) {
  const asked = sinceNow(ctx, input);
  const row = await keptLens(ctx, "researcher", asked, () => read(ctx, asked));
  return { ...row, from: asked.from, pages: pagesOf(row.totals.questions) };
}

export type ResearcherLens = Awaited<ReturnType<typeof researcherLens>>;

async function read(ctx: Context, asked: Roadmap & { from: string }): Promise<Row> {
  const columns = sql`${needs.questions} as questions, ${needs.theme} as theme, ${needs.buyerId} as buyer_id`;
  const rows = await ctx.db.execute<{ lens: Row }>(sql`
    with ${scopeOf(ctx, asked, columns)},
    line as materialized (
      select shown.id as need_id, shown.starts, shown.certainty, shown.theme, shown.buyer_id, min(line) as line,
        ${questionKeyOf(sql`line`)} as key
      from shown, unnest(shown.questions) line group by 1, 2, 3, 4, 5, 7
    ),
    answer as materialized (
      select distinct placed.need_id, pl.id, ${questionKeyOf(sql`topic`)} as key
      from placed join ${pledges} pl on pl.programme_id = placed.programme_id, unnest(pl.topics) topic
      where pl.kind = 'research' and pl.status = 'offered'
    ),
    taken as materialized (select need_id, key from answer group by 1, 2),
    question as materialized (
      select line.*, taken.need_id is null as is_open, standing.need_id is not null as can_pledge
      from line left join taken on taken.need_id = line.need_id and taken.key = line.key
        left join standing on standing.need_id = line.need_id
    ),
    page as (
      select *, row_number() over () as place from (
        select * from question order by is_open desc, can_pledge desc, starts, need_id, key
        limit ${ROWS_ON_PAGE} offset ${offsetOf(asked)}
      ) first_ones
    )
    select json_build_object(
      'totals', (select json_build_object('questions', count(*), 'open', count(*) filter (where is_open),
        'buyers', count(distinct buyer_id), 'loose', count(distinct need_id) filter (where not can_pledge))
        from question),
      'themes', coalesce((select json_agg(json_build_object('theme', theme, 'certainty', certainty,
        'questions', questions, 'open', open)) from (select theme, certainty, count(*) as questions,
          count(*) filter (where is_open) as open from question group by 1, 2) one), '[]'),
      'questions', coalesce((select json_agg(json_build_object('words', ${questionWordsOf(sql`page.line`)},
        'line', page.line, 'trl', ${trlOf(sql`page.line`)}, 'language', n.language,
        'need', json_build_object('id', n.id, 'title', n.title), 'buyer', b.name, 'theme', page.theme,
        'certainty', page.certainty, 'year', ${yearOf(sql`page.starts`)},
        'programmes', ${programmesOf(sql`page.need_id`)},
        'research', coalesce((select json_agg(json_build_object('id', pl.id, 'title', pl.title,
          'language', pl.language, 'programmeId', pl.programme_id, 'by', o.name) order by pl.id)
          from answer join ${pledges} pl on pl.id = answer.id join ${organisations} o on o.id = pl.organisation_id
          where answer.need_id = page.need_id and answer.key = page.key), '[]')) order by page.place)
        from page join ${needs} n on n.id = page.need_id join ${organisations} b on b.id = n.buyer_id), '[]')
    ) as lens`);
  return rows[0]!.lens;
}
