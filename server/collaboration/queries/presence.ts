import { type SQL, sql } from "drizzle-orm";
import type { SubjectKind } from "@/db/enums";
import { actingFor, isPerson } from "../../core/actor";
import type { Context } from "../../core/context";
import { GONE_AFTER_SECONDS, type Here } from "../../core/presence";
import { COMMENTED_KINDS, type Commented, topicOf } from "../input";
import { mayBeSeen, reading } from "./sight";
import { subjectOf } from "./topics";

const SHOWN = 12;

export type Present = {
  personId: string;
  name: string;
  organisationName: string | null;
  /** What their open page tells of itself. */
  payload: Record<string, unknown> | null;
};

/**
 * Who else has an object open, one entry per person: people of the own organisation, and those of the organisations that
 * make it together when one's own is among them. So a company does not learn who else looks at a challenge, nor does its
 * client. Nobody for a visitor, and for who does not want to be seen.
 */
export async function listPresent(ctx: Context, { kind, id }: Commented): Promise<Present[]> {
  const { actor } = ctx;
  if (!isPerson(actor)) return [];
  const mine = sql`${actingFor(actor)?.id ?? null}::uuid`;
  const me = sql`${actor.personId}::uuid`;
  const on = sql`${id}::uuid`;
  return reading(ctx, async (tx) => {
    const rows = await tx.execute<{
      person_id: string;
      name: string;
      organisation_name: string | null;
      payload: Record<string, unknown> | null;
    }>(sql`
      with makers as (${makersOf(kind, on)})
      select distinct on (p.id) p.id as person_id, p.name, g.name as organisation_name, h.payload
      from presences h join persons p on p.id = h.person_id left join organisations g on g.id = h.organisation_id
      where h.topic = ${topicOf({ kind, id })} and p.id <> ${me}
        and h.seen_at > clock_timestamp() - make_interval(secs => ${GONE_AFTER_SECONDS})
        and p.erased_at is null and p.shows_presence
        and exists (select 1 from persons i where i.id = ${me} and i.shows_presence)
        and ${mayBeSeen(actor, kind, on)}
        and (h.organisation_id = ${mine}
          or (h.organisation_id in (select id from makers) and ${mine} in (select id from makers)))
      order by p.id, h.seen_at desc limit ${SHOWN}`);
    return rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      organisationName: row.organisation_name,
      payload: row.payload,
    }));
  });
}

/** The first of these topics that is an object to be at; null for who is not signed in or does not want to be seen. */
export async function placeAmong(ctx: Context, topics: string[]): Promise<Omit<Here, "id"> | null> {
  const { actor } = ctx;
  const subject = topics
    .map(subjectOf)
    .find((one) => (COMMENTED_KINDS as readonly string[]).includes(one?.kind ?? ""));
  if (!subject || !isPerson(actor)) return null;
  const [row] = await ctx.db.execute(
    sql`select 1 from persons where id = ${actor.personId}::uuid and shows_presence`,
  );
  if (!row) return null;
  const organisationId = actingFor(actor)?.id ?? null;
  return { personId: actor.personId, organisationId, topic: topicOf(subject) };
}

/** The organisations that make an object together; only these see each other at it. */
function makersOf(kind: SubjectKind, id: SQL): SQL {
  const agreeing = sql`l.status in ('proposed', 'consented', 'fixed')`;
  switch (kind) {
    case "need":
      return sql`select buyer_id as id from needs where needs.id = ${id}
        union select p.lead_id from programmes p join programme_needs l on l.programme_id = p.id
          where l.need_id = ${id} and ${agreeing}`;
    case "programme":
      return sql`select lead_id as id from programmes where programmes.id = ${id}
        union select n.buyer_id from needs n join programme_needs l on l.need_id = n.id
          where l.programme_id = ${id} and ${agreeing}
        union select g.organisation_id from pledges g where g.programme_id = ${id} and g.status = 'offered'`;
    case "intervention":
      return sql`select owner_id as id from interventions where interventions.id = ${id}`;
    default:
      return sql`select null::uuid as id where false`;
  }
}

/** Whether this person is shown to others, and sees others. */
export async function showsPresence({ db, actor }: Context): Promise<boolean> {
  if (!isPerson(actor)) return false;
  const [row] = await db.execute<{ shows: boolean }>(
    sql`select shows_presence as shows from persons where id = ${actor.personId}::uuid`,
  );
  return row?.shows === true;
}
