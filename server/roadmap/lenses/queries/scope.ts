import { and, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import type { Context } from "../../../core/context";
import { startOfQuarter } from "../../../core/quarters";
import { keyFor, whileUnchanged } from "../../../core/while-unchanged";
import { filterNeeds } from "../../../needs/queries";
import { needsVisibleTo } from "../../../needs/visible";
import type { Lens, Roadmap } from "../../input";

export const ROWS_ON_PAGE = 50;
export const offsetOf = ({ page }: { page: number }) => (page - 1) * ROWS_ON_PAGE;
export const pagesOf = (rows: number) => Math.max(1, Math.ceil(rows / ROWS_ON_PAGE));

export type Asked = Omit<Roadmap, "page" | "from"> & { from: string };

/** From this quarter on, unless another start is asked: as on the roadmap. */
export const sinceNow = <R extends Omit<Roadmap, "page">>(ctx: Context, input: R) => ({
  ...input,
  from: input.from ?? startOfQuarter(ctx.now),
});

/**
 * A lens' answer, kept while nothing happens: it depends on the lens, on what was asked, on being signed in, and on the
 * organisation acted for. What depends on the hour is worked out by who reads it.
 */
export const keptLens = <T>(ctx: Context, lens: Lens | "pledging", asked: object, read: () => Promise<T>) =>
  whileUnchanged(ctx, keyFor(ctx, "lens", lens, asked), read);

/**
 * The needs of the roadmap as `shown`, with these columns more, each counting from the day its window starts or the
 * first day asked; and as `placed` the programmes they are agreed in. `is_open` says that one can pledge to it.
 */
export const scopeOf = (ctx: Context, asked: Asked, columns: SQL): SQL => sql`
  shown as materialized (
    select ${needs.id} as id, greatest(${needs.windowStart}, ${asked.from}::date) as starts,
      ${needs.certainty} as certainty, ${columns}
    from ${needs} join ${organisations} on ${organisations.id} = ${needs.buyerId}
    where ${and(
      needsVisibleTo(ctx.actor),
      inArray(needs.status, ["published", "fulfilled"]),
      ...filterNeeds(asked),
    )}
  ),
  placed as materialized (
    select ${programmeNeeds.needId} as need_id, ${programmes.id} as programme_id,
      ${programmes.status} = 'published' as is_open
    from ${programmeNeeds} join shown on shown.id = ${programmeNeeds.needId}
      join ${programmes} on ${programmes.id} = ${programmeNeeds.programmeId}
    where ${and(inArray(programmeNeeds.status, ["consented", "fixed"]), isNotNull(programmes.publishedAt))}
  ),
  standing as materialized (select need_id from placed where is_open group by need_id)`;

/** The middle of a range of values, summed, in whole cents. */
export const middle = (what: SQL = sql`value_min + value_max`) =>
  sql`coalesce(round(sum(${what}) / 2.0), 0)::bigint`;
export const values = sql`${needs.valueMinCents} as value_min, ${needs.valueMaxCents} as value_max`;
export const yearOf = (of: SQL) => sql`extract(year from ${of})::int`;

/** The programmes that a need is agreed in, as JSON. */
export const programmesOf = (needId: SQL) =>
  sql`coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'language', p.language,
    'isOpen', placed.is_open) order by p.title) from placed join ${programmes} p on p.id = placed.programme_id
    where placed.need_id = ${needId}), '[]')`;

export type LensProgramme = { id: string; title: string; language: "nl" | "en"; isOpen: boolean };
