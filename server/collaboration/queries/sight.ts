import { type SQL, sql } from "drizzle-orm";
import type { SubjectKind } from "@/db/enums";
import { challengesVisibleTo } from "../../challenges/visible";
import { type Actor, actingFor, personId } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { applicationsVisibleTo, decisionsVisibleTo } from "../../funding/visible";
import { needsVisibleTo } from "../../needs/visible";
import { programmesVisibleTo } from "../../programmes/queries";
import { responsesVisibleTo } from "../../responses/visible";

/** A condition on the id of a row of this kind: whether the actor may see it at all. */
export function mayBeSeen(actor: Actor, kind: SubjectKind, id: SQL): SQL {
  return sql`exists (${sights[kind](actor, id)})`;
}

/** A condition: the actor's own organisation or person keeps this row, and so sees its whole past. */
export function isOwn(actor: Actor, kind: SubjectKind, id: SQL): SQL {
  const mine = organisationOf(actor);
  const me = personOf(actor);
  switch (kind) {
    case "need":
      return sql`exists (select 1 from needs where needs.id = ${id} and buyer_id = ${mine})`;
    case "programme":
      return sql`exists (select 1 from programmes where programmes.id = ${id} and lead_id = ${mine})`;
    case "challenge":
      return sql`exists (select 1 from challenges where challenges.id = ${id} and (client_id = ${mine} or proposed_by = ${me}))`;
    case "diagnosis":
      return sql`exists (select 1 from diagnosis_rounds where diagnosis_rounds.id = ${id} and organisation_id = ${mine})`;
    case "organisation":
      return sql`coalesce(${id} = ${mine}, false)`;
    default:
      return sql`true`;
  }
}

/** Reads with the acting organisation told to the database, so that the seal on responses lets it see its own. */
export async function reading<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ctx.db.transaction(
    async (tx) => {
      const own = actingFor(ctx.actor)?.id ?? "";
      await tx.execute(sql`select set_config('bundel.organisation', ${own}, true)`);
      return work(tx);
    },
    { accessMode: "read only" },
  );
}

const organisationOf = (actor: Actor) => sql`${actingFor(actor)?.id ?? null}::uuid`;
const personOf = (actor: Actor) => sql`${personId(actor)}::uuid`;

const anyone = (table: string) => (_: Actor, id: SQL) =>
  sql`select 1 from ${sql.identifier(table)} s where s.id = ${id}`;

const sights: Record<SubjectKind, (actor: Actor, id: SQL) => SQL> = {
  organisation: anyone("organisations"),
  intervention: anyone("interventions"),
  fund: anyone("funds"),
  person: (actor, id) => sql`select 1 where ${id} = ${personOf(actor)}`,
  diagnosis: (actor, id) => sql`select 1 from diagnosis_rounds s where s.id = ${id}
    and (s.status = 'published' or s.organisation_id = ${organisationOf(actor)})`,
  need: (actor, id) => sql`select 1 from needs where needs.id = ${id} and ${needsVisibleTo(actor)}`,
  programme: (actor, id) =>
    sql`select 1 from programmes where programmes.id = ${id} and ${programmesVisibleTo(actor)}`,
  pledge: (
    actor,
    id,
  ) => sql`select 1 from pledges s join programmes p on p.id = s.programme_id where s.id = ${id}
    and (s.organisation_id = ${organisationOf(actor)} or p.lead_id = ${organisationOf(actor)}
      or (s.status = 'offered' and p.status <> 'draft'))`,
  suggestion: (actor, id) =>
    sql`select 1 from bundle_dismissals s where s.id = ${id} and s.organisation_id = ${organisationOf(actor)}`,
  challenge: (actor, id) =>
    sql`select 1 from challenges where challenges.id = ${id} and ${challengesVisibleTo(actor)}`,
  // The seal stands in the database: what it hides is not in this table for the actor.
  response: (
    actor,
    id,
  ) => sql`select 1 from responses join challenges on challenges.id = responses.challenge_id
    where responses.id = ${id} and ${responsesVisibleTo(actor)}`,
  review: (actor, id) =>
    sql`select 1 from reviews s where s.id = ${id} and s.reviewer_id = ${personOf(actor)}`,
  application: (actor, id) => sql`select 1 from applications join funds on funds.id = applications.fund_id
    where applications.id = ${id} and ${applicationsVisibleTo(actor)}`,
  decision: (actor, id) => sql`select 1 from decisions
    left join decision_publications on decision_publications.decision_id = decisions.id
    where decisions.id = ${id} and ${decisionsVisibleTo(actor)}`,
};
