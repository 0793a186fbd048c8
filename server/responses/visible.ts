import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { challenges } from "@/db/schema/challenges";
import { responses } from "@/db/schema/responses";
import { belongsToRespondent, isPastDeadline } from "../challenges/visible";
import { type Actor, actingFor, holds, personId } from "../core/actor";

/** A condition on challenges: the actor was asked to review, declared no conflict, and belongs to no respondent. */
export function isFreeReviewer(actor: Actor): SQL<boolean> {
  const me = personId(actor);
  if (!me) return sql<boolean>`false`;
  return sql<boolean>`(exists (select 1 from challenge_reviewers r where r.challenge_id = ${challenges.id}
    and r.person_id = ${me} and r.conflict = 'none')
    and not ${belongsToRespondent(sql`${challenges.id}`, sql`${me}::uuid`)})`;
}

/** The twin of the policy's `read`: a condition on responses joined with their challenges. */
export function responsesVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  const among = [isFreeReviewer(actor) as SQL];
  if (own && holds(actor, "buyer", "curator")) among.push(eq(challenges.clientId, own.id));
  const opened = and(
    eq(responses.status, "submitted"),
    isPastDeadline,
    sql`${challenges.status} in ('under-review', 'decided')`,
    or(...among),
  )!;
  return own ? or(eq(responses.organisationId, own.id), opened)! : opened;
}
