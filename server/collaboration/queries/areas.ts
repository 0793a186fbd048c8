import { type SQL, sql } from "drizzle-orm";

/**
 * The ecosystems and cells (`ecosystem/element`) that what happened to this object is about. Of a round of diagnosis those
 * that it rated, as the log tells: it took over the other ratings.
 */
export const areasOf = (kind: SQL, id: SQL): SQL => sql`case ${kind}
  when 'intervention' then (select array[o.ecosystem, o.ecosystem || '/' || o.element] from interventions o where o.id = ${id})
  when 'need' then (select o.ecosystems from needs o where o.id = ${id})
  when 'programme' then (select o.ecosystems || array(select s || '/' || e from unnest(o.ecosystems) s, unnest(o.elements) e)
    from programmes o where o.id = ${id})
  when 'challenge' then (select o.ecosystem || array(select o.ecosystem || '/' || e from unnest(o.elements) e)
    from challenges o where o.id = ${id})
  when 'diagnosis' then array(select area from events r, jsonb_object_keys(r.changes) cell,
      unnest(array[cell, split_part(cell, '/', 1)]) area
    where r.subject_kind = 'diagnosis' and r.subject_id = ${id} and r.verb = 'diagnosis.rated') end`;
