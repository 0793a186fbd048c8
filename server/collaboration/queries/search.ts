import { sql } from "drizzle-orm";
import type { Language } from "@/db/enums";
import type { Context } from "../../core/context";
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
};

/** Needs, programmes and challenges that the actor may see and that speak of the text, in Dutch or English; best first. */
export async function search(ctx: Context, { text, limit }: SearchFor): Promise<Hit[]> {
  if (text === "") return [];
  const words = sql`(websearch_to_tsquery('dutch', ${text}) || websearch_to_tsquery('english', ${text}))`;
  const own = sql`setweight(to_tsvector('dutch', x.title), 'A') || setweight(to_tsvector('english', x.title), 'A')
    || setweight(to_tsvector('dutch', x.description), 'B') || setweight(to_tsvector('english', x.description), 'B')`;
  const among = (kind: Hit["kind"], table: string, holder: string, document: ReturnType<typeof sql>) => sql`
    (select ${kind}::text as kind, x.id, x.title, x.language, x.status, o.name as organisation,
        o.is_demonstration as demonstration, ts_rank(${document}, ${words}) as rank
      from ${sql.identifier(table)} x join organisations o on o.id = x.${sql.identifier(holder)}
      where ${document} @@ ${words} and ${mayBeSeen(ctx.actor, kind, sql`x.id`)}
      order by rank desc, x.id limit ${limit})`;
  const rows = await ctx.db.execute<Omit<Hit, "isDemonstration"> & { demonstration: boolean }>(sql`
    ${among("need", "needs", "buyer_id", sql`x.search`)}
    union all ${among("programme", "programmes", "lead_id", sql`x.search`)}
    union all ${among("challenge", "challenges", "client_id", own)}
    order by rank desc, id limit ${limit}`);
  return rows.map(({ kind, id, title, language, status, organisation, demonstration }) => ({
    kind,
    id,
    title,
    language,
    status,
    organisation,
    isDemonstration: demonstration,
  }));
}
