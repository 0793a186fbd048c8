import { type SQL, sql } from "drizzle-orm";
import type { SubjectKind } from "@/db/enums";
import { challengesVisibleTo } from "../../challenges/visible";
import { type Actor, actingFor, personId } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { applicationsVisibleTo, decisionsVisibleTo } from "../../funding/visible";
import { needsVisibleTo } from "../../needs/visible";
import { programmesVisibleTo } from "../../programmes/visible";
import { responsesVisibleTo } from "../../responses/visible";
import { COMMENTED_KINDS } from "../input";

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
      await tellOrganisation(tx, ctx.actor);
      return work(tx);
    },
    { accessMode: "read only" },
  );
}

/** Tells the database, for this transaction, whose organisation asks. */
export async function tellOrganisation(tx: Transaction, actor: Actor): Promise<void> {
  await tx.execute(sql`select set_config('bundel.organisation', ${actingFor(actor)?.id ?? ""}, true)`);
}

/** What the public, or everyone who signs in, may see. What is not out yet is seen by few, and so is what they say of it. */
const OUT: Partial<Record<SubjectKind, (id: SQL) => SQL>> = {
  need: (id) =>
    sql`select 1 from needs s where s.id = ${id} and s.published_at is not null and s.visibility in ('public', 'signed-in')`,
  programme: (id) => sql`select 1 from programmes s where s.id = ${id} and s.published_at is not null`,
  challenge: (id) => sql`select 1 from challenges s where s.id = ${id} and s.opened_at is not null`,
  diagnosis: (id) => sql`select 1 from diagnosis_rounds s where s.id = ${id} and s.status = 'published'`,
  decision: (id) => sql`select 1 from decision_publications s where s.decision_id = ${id}`,
};

/** A condition: the object is out, for all who sign in at least. */
export function isOut(kind: SubjectKind, id: SQL): SQL {
  const out = OUT[kind];
  return out ? sql`exists (${out(id)})` : sql`true`;
}

/**
 * A condition on rows of `comments`: for who is signed in and may see what they are about. One for the own organisation is
 * seen by who acts for it. One from before the object was out is, once it is, seen by who keeps the object and by those who
 * took part in the thread; so it never goes further than the object did when it was written.
 */
export function commentsVisibleTo(actor: Actor): SQL {
  if (actor.kind === "visitor") return sql`false`;
  const [mine, me] = [organisationOf(actor), personOf(actor)];
  const about = sql`comments.subject_id`;
  const isAuthors = sql`(comments.author_id = ${me} or coalesce(comments.organisation_id = ${mine}, false))`;
  const tookPart = sql`exists (select 1 from comments o left join comment_mentions m on m.comment_id = o.id
    where coalesce(o.thread_id, o.id) = coalesce(comments.thread_id, comments.id)
      and (o.author_id = ${me} or m.person_id = ${me} or o.organisation_id = ${mine}))`;
  const each = COMMENTED_KINDS.map(
    (kind) => sql`(comments.subject_kind = ${kind} and ${mayBeSeen(actor, kind, about)}
      and (not comments.is_from_before or not ${isOut(kind, about)} or ${keeps(actor, kind, about)} or ${tookPart}))`,
  );
  return sql`((comments.audience = 'all' or ${isAuthors}) and (${sql.join(each, sql` or `)}))`;
}

/** A condition: the actor's organisation keeps the object; of some kinds nobody does. */
export function keeps(actor: Actor, kind: SubjectKind, id: SQL): SQL {
  if (kind === "decision")
    return sql`exists (select 1 from decisions d where d.id = ${id} and d.organisation_id = ${organisationOf(actor)})`;
  return OUT[kind] ? isOwn(actor, kind, id) : sql`false`;
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
      or (s.status = 'offered' and p.published_at is not null))`,
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
  comment: (actor, id) =>
    sql`select 1 from comments where comments.id = ${id} and ${commentsVisibleTo(actor)}`,
  decision: (actor, id) => sql`select 1 from decisions
    left join decision_publications on decision_publications.decision_id = decisions.id
    where decisions.id = ${id} and ${decisionsVisibleTo(actor)}`,
};
