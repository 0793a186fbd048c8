import { eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { challenges } from "@/db/schema/challenges";
import { type Actor, actingFor, holds, personId } from "../core/actor";

/** By the database's clock, which decides. */
export const isPastDeadline = sql<boolean>`coalesce(${challenges.deadline} <= clock_timestamp(), false)`;

/** How many milliseconds the database's clock still has to go; negative once past, null without a deadline. */
export const msToDeadline = sql<
  number | null
>`(extract(epoch from ${challenges.deadline} - clock_timestamp()) * 1000)::float8`;

/** The twin of the policy's `read`: a condition on challenges. */
export function challengesVisibleTo(actor: Actor): SQL {
  const shown: (SQL | undefined)[] = [isNotNull(challenges.openedAt)];
  const me = personId(actor);
  const own = actingFor(actor);
  if (me)
    shown.push(
      eq(challenges.proposedBy, me),
      sql`exists (select 1 from challenge_reviewers r where r.challenge_id = ${challenges.id} and r.person_id = ${me})`,
    );
  if (own) shown.push(eq(challenges.clientId, own.id));
  if (holds(actor, "curator")) shown.push(sql`${challenges.status} in ('proposed', 'returned', 'accepted')`);
  return or(...shown)!;
}

/**
 * A condition: this person belongs to an organisation that handed in a response. Asked outside the door to the
 * responses, so that it sees none before the deadline and cannot tell who responded.
 */
export const belongsToRespondent = (challengeId: SQL, personId: SQL) =>
  sql<boolean>`exists (select 1 from responses s join memberships m on m.organisation_id = s.organisation_id
    where s.challenge_id = ${challengeId} and s.status = 'submitted' and m.person_id = ${personId})`;
