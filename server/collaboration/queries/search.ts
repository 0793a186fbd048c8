import { type SQL, sql } from "drizzle-orm";
import type { Language } from "@/db/enums";
import type { Context } from "../../core/context";
import { asFound, asQuery, type Found, type FoundAsRead, foundIn } from "../../core/full-text";
import type { SearchFor } from "../input";
import { mayBeSeen } from "./sight";

export type Hit = {
  kind: "need" | "programme" | "challenge";
  id: string;
  title: string;
  language: Language;
  status: string;
  organisation: string;
  isDemonstration: boolean;
  found: Found;
};

type Row = Omit<Hit, "isDemonstration" | "found"> & {
  demonstration: boolean;
  found: FoundAsRead;
};

/** As many of one kind are weighed against each other; the soonest of them, when more speak of it. */
const WEIGHED = 500;

/**
 * Needs, programmes and challenges that the actor may see and that speak of the text, in Dutch or English; best first. Of a
 * word that very many hold, only the soonest are weighed, so that the search costs no more where there are more.
 */
export async function search(ctx: Context, { text, limit }: SearchFor): Promise<Hit[]> {
  if (text === "") return [];
  const words = asQuery(text);
  const own = sql`setweight(to_tsvector('dutch', x.title), 'A') || setweight(to_tsvector('english', x.title), 'A')
    || setweight(to_tsvector('dutch', x.description), 'B') || setweight(to_tsvector('english', x.description), 'B')`;
  const among = (kind: Hit["kind"], table: string, holder: string, document: SQL, soonest: SQL) => sql`
    (select ${kind}::text as kind, x.id, x.title, x.description, x.language, x.status, o.name as organisation,
        o.is_demonstration as demonstration, ts_rank(${document}, ${words}) as rank
      from (select * from ${sql.identifier(table)} x
          where ${document} @@ ${words} and ${mayBeSeen(ctx.actor, kind, sql`x.id`)}
          order by ${soonest} limit ${WEIGHED}) x
        join organisations o on o.id = x.${sql.identifier(holder)}
      order by rank desc, x.id limit ${limit})`;
  const rows = await ctx.db.execute<Row>(sql`
    select kind, id, title, language, status, organisation, demonstration,
      ${foundIn({ title: sql`hits.title`, description: sql`hits.description` }, text)} as found
    from (
    ${among("need", "needs", "buyer_id", sql`x.search`, sql`x.window_start, x.id`)}
    union all ${among("programme", "programmes", "lead_id", sql`x.search`, sql`x.id`)}
    union all ${among("challenge", "challenges", "client_id", own, sql`x.deadline, x.id`)}
    order by rank desc, id limit ${limit}) hits
    order by rank desc, id`);
  return rows.map(({ demonstration, found, ...hit }) => ({
    ...hit,
    isDemonstration: demonstration,
    found: asFound(found),
  }));
}
