import { and, asc, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { memberships, organisations } from "@/db/schema/organisations";
import { type Actor, actingFor, holds, personId } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { type Ability, abilitiesOf } from "../core/policy";
import type { ListChallenges } from "./input";
import { challengeLifecycle, missingForProposal } from "./lifecycle";
import { challengePolicy } from "./policy";

const client = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};

/** By the database's clock, which decides. */
export const isPastDeadline = sql<boolean>`coalesce(${challenges.deadline} <= clock_timestamp(), false)`;

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

/** Open ones first, by deadline; then what is coming and what was decided. */
export async function listChallenges(ctx: Context, filter: ListChallenges) {
  const own = actingFor(ctx.actor)?.id ?? null;
  const rows = await ctx.db
    .select({
      id: challenges.id,
      title: challenges.title,
      language: challenges.language,
      status: challenges.status,
      theme: challenges.theme,
      ecosystem: challenges.ecosystem,
      elements: challenges.elements,
      budgetCents: challenges.budgetCents,
      deadline: challenges.deadline,
      isClosed: isPastDeadline,
      client,
    })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.clientId))
    .where(
      and(
        challengesVisibleTo(ctx.actor),
        filter.status ? eq(challenges.status, filter.status) : ne(challenges.status, "cancelled"),
        filter.theme ? eq(challenges.theme, filter.theme) : undefined,
        filter.mine
          ? sql`(${challenges.clientId} = ${own}::uuid or ${challenges.proposedBy} = ${personId(ctx.actor)}::uuid)`
          : undefined,
      ),
    )
    .orderBy(
      sql`(${challenges.status} = 'open' and not ${isPastDeadline}) desc`,
      asc(challenges.deadline),
      asc(challenges.id),
    );
  return { challenges: rows, mayCreate: own !== null };
}

export async function getChallenge(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ challenge: challenges, client, isClosed: isPastDeadline })
        .from(challenges)
        .innerJoin(organisations, eq(organisations.id, challenges.clientId))
        .where(and(eq(challenges.id, id), challengesVisibleTo(ctx.actor)))
    )[0],
  );
  const { contact, ...challenge } = row.challenge;
  const abilities = abilitiesOf(challengePolicy, challengeLifecycle, ctx.actor, challenge);
  const keeps = abilities.change.can || challengePolicy.rules.change.allows(ctx.actor, challenge);
  const reviewers =
    challengePolicy.rules.assignReviewer.allows(ctx.actor, challenge) && challenge.status !== "draft"
      ? await reviewersOf(ctx, id)
      : [];
  const [me] = personId(ctx.actor)
    ? await ctx.db
        .select({ conflict: challengeReviewers.conflict })
        .from(challengeReviewers)
        .where(
          and(eq(challengeReviewers.challengeId, id), eq(challengeReviewers.personId, personId(ctx.actor)!)),
        )
    : [];
  const tooEarly: Ability = { can: false, why: "challenges.beforeDeadline", by: "lifecycle" };
  return {
    ...challenge,
    contact: ctx.actor.kind === "visitor" ? "" : contact,
    client: row.client,
    isClosed: row.isClosed,
    isOpen: challenge.status === "open" && !row.isClosed,
    reviewers,
    myReviewing: me?.conflict ?? null,
    missing: keeps ? missingForProposal(challenge) : [],
    abilities: {
      ...abilities,
      startReview: abilities.startReview.can && !row.isClosed ? tooEarly : abilities.startReview,
    },
  };
}

/** Who may be asked to review: people with the role of reviewer. */
export async function listReviewers(ctx: Context) {
  if (!holds(ctx.actor, "buyer", "curator")) return [];
  return ctx.db
    .select({ id: persons.id, name: persons.name, organisation: organisations.name })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(sql`${memberships.roles} @> array['reviewer']::text[]`, isNotNull(organisations.verifiedAt)))
    .orderBy(asc(persons.name));
}

function reviewersOf(ctx: Context, challengeId: string) {
  return ctx.db
    .select({ id: persons.id, name: persons.name, conflict: challengeReviewers.conflict })
    .from(challengeReviewers)
    .innerJoin(persons, eq(persons.id, challengeReviewers.personId))
    .where(eq(challengeReviewers.challengeId, challengeId))
    .orderBy(asc(persons.name));
}
