import { sql } from "drizzle-orm";
import type { Certainty } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { pledges } from "@/db/schema/programmes";
import type { Context } from "../../../core/context";
import type { Level } from "../../../needs/skill";
import type { Roadmap } from "../../input";
import { keptLens, offsetOf, pagesOf, ROWS_ON_PAGE, scopeOf, sinceNow, yearOf } from "./scope";
import { isSameSkill, levelOf, nameOf } from "./words";

const MOST_YEARS = 12;

/** A skill in a year: needs that ask it. A need is open while no programme of it has places for that skill and year. */
export type SkillYear = { year: number; needs: number; open: number; loose: number; places: number };
export type SkillRow = {
  name: string;
  level: Level | null;
  needs: number;
  open: number;
  certainties: Partial<Record<Certainty, number>>;
  years: SkillYear[];
};
type Row = {
  totals: { skills: number; lacking: number; needs: number; loose: number };
  years: number[];
  skills: SkillRow[];
};

/** Which skills are asked in which years, how many places are pledged, and where none are; the widest gap first. */
export async function educatorLens(ctx: Context, input: Roadmap) {
  const asked = sinceNow(ctx, input);
  const row = await keptLens(ctx, "educator", asked, () => read(ctx, asked));
  return { ...row, from: asked.from, pages: pagesOf(row.totals.skills) };
}

export type EducatorLens = Awaited<ReturnType<typeof educatorLens>>;

async function read(ctx: Context, asked: Roadmap & { from: string }): Promise<Row> {
  const rows = await ctx.db.execute<{ lens: Row }>(sql`
    with ${scopeOf(ctx, asked, sql`${needs.skills} as skills`)},
    line as materialized (
      select shown.id as need_id, ${yearOf(sql`shown.starts`)} as year, shown.certainty, line
      from shown, unnest(shown.skills) line
    ),
    word as materialized (
      select line, ${nameOf(sql`line`)} as name, ${levelOf(sql`line`)} as level from (select distinct line from line) one
    ),
    taught as materialized (
      select pl.id, pl.programme_id, pl.year_from, pl.year_to, coalesce(pl.quantity, 0) as places,
        ${nameOf(sql`topic`)} as name, ${levelOf(sql`topic`)} as level
      from ${pledges} pl, unnest(pl.topics) topic
      where pl.kind = 'training' and pl.status = 'offered'
        and pl.programme_id in (select programme_id from placed)
    ),
    served as materialized (
      select distinct placed.need_id, taught.name, taught.level, taught.year_from, taught.year_to
      from placed join taught on taught.programme_id = placed.programme_id
    ),
    fact as materialized (
      select line.need_id, line.year, line.certainty, word.name, word.level,
        bool_or(served.need_id is not null) as is_served, bool_or(standing.need_id is not null) as can_pledge
      from line join word on word.line = line.line
        left join served on served.need_id = line.need_id and ${isSameSkill(sql`served`, sql`word`)}
          and line.year between served.year_from and served.year_to
        left join standing on standing.need_id = line.need_id
      group by 1, 2, 3, 4, 5
    ),
    cell as materialized (
      select name, level, year, certainty, count(*) as needs, count(*) filter (where not is_served) as open,
        count(*) filter (where not is_served and not can_pledge) as loose
      from fact group by 1, 2, 3, 4
    ),
    skill as materialized (
      select name, level, sum(needs) as needs, sum(open) as open, sum(loose) as loose from cell group by 1, 2
    ),
    page as (
      select name, level, needs, open, row_number() over () as place from (
        select * from skill order by open > loose desc, open desc, needs desc, name, level
        limit ${ROWS_ON_PAGE} offset ${offsetOf(asked)}
      ) first_ones
    ),
    of_year as (
      select cell.name, cell.level, cell.year, sum(cell.needs) as needs, sum(cell.open) as open,
        sum(cell.loose) as loose
      from cell join page on page.name = cell.name and page.level is not distinct from cell.level
      group by 1, 2, 3
    ),
    place as (
      select name, level, year, sum(places) as places from (
        select distinct of_year.name, of_year.level, of_year.year, taught.id, taught.places
        from of_year join taught on ${isSameSkill(sql`taught`, sql`of_year`)}
          and of_year.year between taught.year_from and taught.year_to
      ) one group by 1, 2, 3
    )
    select json_build_object(
      'totals', (select json_build_object('skills', count(*), 'lacking', count(*) filter (where open > 0),
        'needs', (select count(distinct need_id) from fact),
        'loose', (select count(distinct need_id) from fact where not can_pledge)) from skill),
      'years', coalesce((select json_agg(year order by year) from (
        select distinct year from cell order by year limit ${MOST_YEARS}) one), '[]'),
      'skills', coalesce((select json_agg(json_build_object('name', page.name, 'level', page.level,
        'needs', page.needs, 'open', page.open,
        'certainties', (select json_object_agg(certainty, needs) from (select certainty, sum(needs) as needs from cell
          where cell.name = page.name and cell.level is not distinct from page.level group by 1) one),
        'years', (select json_agg(json_build_object('year', of_year.year, 'needs', of_year.needs,
          'open', of_year.open, 'loose', of_year.loose, 'places', coalesce(place.places, 0)) order by of_year.year)
          from of_year left join place on place.name = of_year.name and place.year = of_year.year
            and place.level is not distinct from of_year.level
          where of_year.name = page.name and of_year.level is not distinct from page.level))
        order by page.place) from page), '[]')
    ) as lens`);
  return rows[0]!.lens;
}
