import { and, asc, eq, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { needs } from "@/db/schema/needs";
import { memberships, organisations } from "@/db/schema/organisations";
import { programmes } from "@/db/schema/programmes";
import { actingFor, actsFor, personId } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { foundIn, speaksOf } from "../core/full-text";
import { type Ability, abilitiesOf } from "../core/policy";
import { needsVisibleTo } from "../needs/visible";
import { programmesVisibleTo } from "../programmes/visible";
import type { ListChallenges } from "./input";
import { challengeLifecycle, missingForProposal, phaseOf } from "./lifecycle";
import { challengePolicy } from "./policy";
import { belongsToRespondent, challengesVisibleTo, isPastDeadline, msToDeadline } from "./visible";

const client = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};

/** All that is looked through for words to mark: the list has no pages, and descriptions may be long. */
const beginning = sql`left(${challenges.description}, 2000)`;

/** Open ones first, by deadline; then what is coming and what was decided. */
export async function listChallenges(ctx: Context, filter: ListChallenges) {
  const own = actingFor(ctx.actor)?.id ?? null;
  const rows = await ctx.db
    .select({
      id: challenges.id,
      title: challenges.title,
      language: challenges.language,
      status: challenges.status,
      procedure: challenges.procedure,
      theme: challenges.theme,
      ecosystem: challenges.ecosystem,
      elements: challenges.elements,
      budgetCents: challenges.budgetCents,
      deadline: challenges.deadline,
      isPast: isPastDeadline,
      client,
      found: foundIn({ title: challenges.title, description: beginning }, filter.q),
    })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.clientId))
    .where(
      and(
        challengesVisibleTo(ctx.actor),
        inPhase(filter.phase),
        filter.q ? speaksOf(document, filter.q) : undefined,
        filter.theme ? eq(challenges.theme, filter.theme) : undefined,
        filter.ecosystem ? eq(challenges.ecosystem, filter.ecosystem) : undefined,
        filter.element ? sql`${challenges.elements} @> array[${filter.element}]::text[]` : undefined,
        filter.mine
          ? sql`(${challenges.clientId} = ${own}::uuid or ${challenges.proposedBy} = ${personId(ctx.actor)}::uuid)`
          : undefined,
      ),
    )
    .orderBy(
      sql`(${challenges.status} = 'open' and not ${isPastDeadline}) desc`,
      sql`case when ${challenges.status} = 'open' then ${challenges.deadline} end asc nulls last`,
      sql`${challenges.deadline} desc nulls last`,
      asc(challenges.id),
    );
  return {
    challenges: rows.map(({ isPast, ...row }) => ({ ...row, phase: phaseOf(row.status, isPast) })),
    mayCreate: own !== null,
  };
}

/** A challenge with its client, what it is linked to as far as the actor may see it, and what may be done with it. */
export async function getChallenge(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({
          challenge: challenges,
          client,
          isPast: isPastDeadline,
          msToDeadline,
          need: { id: needs.id, title: needs.title, language: needs.language },
          programme: { id: programmes.id, title: programmes.title, language: programmes.language },
        })
        .from(challenges)
        .innerJoin(organisations, eq(organisations.id, challenges.clientId))
        .leftJoin(needs, and(eq(needs.id, challenges.needId), needsVisibleTo(ctx.actor)))
        .leftJoin(programmes, and(eq(programmes.id, challenges.programmeId), programmesVisibleTo(ctx.actor)))
        .where(and(eq(challenges.id, id), challengesVisibleTo(ctx.actor)))
    )[0],
  );
  const { contact, proposedBy, assessedBy, needId, programmeId, ...challenge } = row.challenge;
  const abilities = abilitiesOf(challengePolicy, challengeLifecycle, ctx.actor, row.challenge);
  const keeps = challengePolicy.rules.change.allows(ctx.actor, row.challenge);
  const [reviewers, myReviewing] = await Promise.all([
    challengePolicy.rules.assignReviewer.allows(ctx.actor, row.challenge) ? reviewersOf(ctx, id) : [],
    conflictOf(ctx, id),
  ]);
  return {
    ...challenge,
    needId: keeps ? needId : (row.need?.id ?? null),
    programmeId: keeps ? programmeId : (row.programme?.id ?? null),
    contact: ctx.actor.kind === "visitor" ? "" : contact,
    client: row.client,
    need: row.need,
    programme: row.programme,
    phase: phaseOf(challenge.status, row.isPast),
    msToDeadline: row.msToDeadline,
    isAssessed: assessedBy !== null,
    isProposer: personId(ctx.actor) === proposedBy,
    isClient: actsFor(ctx.actor, challenge.clientId),
    reviewers,
    myReviewing,
    missing: keeps ? missingForProposal(row.challenge) : [],
    abilities: {
      ...abilities,
      open: abilities.open.can && row.isPast ? deadlinePassed : abilities.open,
      startReview: abilities.startReview.can && !row.isPast ? tooEarly : abilities.startReview,
    },
  };
}

export type Challenge = Awaited<ReturnType<typeof getChallenge>>;

/** Who may be asked to review: people with the role of reviewer in a verified organisation; with what stands in the way. */
export async function listPossibleReviewers(ctx: Context, { id }: { id: string }) {
  const challenge = found(
    (
      await ctx.db
        .select()
        .from(challenges)
        .where(and(eq(challenges.id, id), challengesVisibleTo(ctx.actor)))
    )[0],
  );
  if (!challengePolicy.rules.assignReviewer.allows(ctx.actor, challenge)) return [];
  return ctx.db
    .select({
      id: persons.id,
      name: persons.name,
      organisation: organisations.name,
      isOfRespondent: belongsToRespondent(sql`${id}::uuid`, sql`${persons.id}`),
      isOfClient: sql<boolean>`${organisations.id} = ${challenge.clientId}`,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        sql`${memberships.roles} @> array['reviewer']::text[]`,
        isNotNull(organisations.verifiedAt),
        ne(persons.id, challenge.proposedBy),
        sql`not exists (select 1 from challenge_reviewers r where r.challenge_id = ${id} and r.person_id = ${persons.id})`,
      ),
    )
    .orderBy(asc(persons.name));
}

const tooEarly: Ability = { can: false, why: "challenges.beforeDeadline", by: "lifecycle" };
const deadlinePassed: Ability = { can: false, why: "challenges.deadlinePassed", by: "lifecycle" };

function inPhase(phase: ListChallenges["phase"]): SQL {
  if (!phase) return ne(challenges.status, "cancelled");
  if (phase === "closed") return and(eq(challenges.status, "open"), isPastDeadline)!;
  if (phase === "open") return and(eq(challenges.status, "open"), sql`not ${isPastDeadline}`)!;
  return eq(challenges.status, phase);
}

const document = sql`(to_tsvector('dutch', ${challenges.title} || ' ' || ${challenges.description})
  || to_tsvector('english', ${challenges.title} || ' ' || ${challenges.description}))`;

function reviewersOf(ctx: Context, challengeId: string) {
  return ctx.db
    .select({
      id: persons.id,
      name: persons.name,
      conflict: challengeReviewers.conflict,
      conflictNote: challengeReviewers.conflictNote,
    })
    .from(challengeReviewers)
    .innerJoin(persons, eq(persons.id, challengeReviewers.personId))
    .where(eq(challengeReviewers.challengeId, challengeId))
    .orderBy(asc(persons.name));
}

/** What the actor declared as a reviewer of this challenge; null when not asked. */
async function conflictOf(ctx: Context, challengeId: string) {
  const me = personId(ctx.actor);
  if (!me) return null;
  const [mine] = await ctx.db
    .select({ conflict: challengeReviewers.conflict })
    .from(challengeReviewers)
    .where(and(eq(challengeReviewers.challengeId, challengeId), eq(challengeReviewers.personId, me)));
  return mine?.conflict ?? null;
}
