import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { decisions } from "@/db/schema/funding";
import { memberships, organisations } from "@/db/schema/organisations";
import { responses, reviews } from "@/db/schema/responses";
import { phaseOf } from "../challenges/lifecycle";
import { challengePolicy } from "../challenges/policy";
import {
  belongsToRespondent,
  challengesVisibleTo,
  isPastDeadline,
  msToDeadline,
} from "../challenges/visible";
import { actingFor, actsFor, personId } from "../core/actor";
import type { Context, Transaction } from "../core/context";
import { found, notFound } from "../core/errors";
import { type Ability, abilitiesOf } from "../core/policy";
import { conflictHints } from "./conflicts";
import { LEAST_REVIEWS, missingForSubmission, responseLifecycle } from "./lifecycle";
import { isClientOf, READ_IN, responsePolicy } from "./policy";
import { needsConsensus, responseScore, spreadOf, weightedMean } from "./scoring";
import { asRespondent } from "./sealed";
import { isFreeReviewer, responsesVisibleTo } from "./visible";

/** Responses of the organisation acted for, by deadline, latest first. */
export const listMine = (ctx: Context) =>
  asRespondent(ctx, async (tx) => {
    const own = actingFor(ctx.actor);
    if (!own) return [];
    const rows = await tx
      .select({
        id: responses.id,
        title: responses.title,
        language: responses.language,
        status: responses.status,
        submittedAt: responses.submittedAt,
        challengeId: challenges.id,
        challengeTitle: challenges.title,
        challengeLanguage: challenges.language,
        challengeStatus: challenges.status,
        deadline: challenges.deadline,
        isPast: isPastDeadline,
      })
      .from(responses)
      .innerJoin(challenges, eq(challenges.id, responses.challengeId))
      .where(eq(responses.organisationId, own.id))
      .orderBy(desc(challenges.deadline), asc(responses.id));
    return rows.map(({ challengeStatus, isPast, ...row }) => ({
      ...row,
      phase: phaseOf(challengeStatus, isPast),
    }));
  });

/** The own response to a challenge, or null; and whether the organisation acted for may respond. */
export const getOwn = (ctx: Context, { challengeId }: { challengeId: string }) =>
  asRespondent(ctx, async (tx) => {
    const call = await callOf(tx, ctx, challengeId);
    const own = actingFor(ctx.actor);
    const [row] = own
      ? await tx
          .select()
          .from(responses)
          .where(and(eq(responses.challengeId, challengeId), eq(responses.organisationId, own.id)))
      : [];
    const response = row ? withAbilities(ctx, row, call) : null;
    const respond = response?.abilities.save ?? abilityToRespond(ctx, own?.id ?? "", call);
    return { response, respond };
  });

/** One response: its own organisation always; client and free reviewers once the review has started. */
export const getResponse = (ctx: Context, { id }: { id: string }) =>
  asRespondent(ctx, async (tx) => {
    const row = found(
      (
        await tx
          .select({
            response: responses,
            challenge: challenges,
            organisation,
            isPast: isPastDeadline,
            msToDeadline,
            isFreeReviewer: isFreeReviewer(ctx.actor),
          })
          .from(responses)
          .innerJoin(challenges, eq(challenges.id, responses.challengeId))
          .innerJoin(organisations, eq(organisations.id, responses.organisationId))
          .where(and(eq(responses.id, id), responsesVisibleTo(ctx.actor)))
      )[0],
    );
    const { challenge } = row;
    const isOwn = actsFor(ctx.actor, row.response.organisationId);
    const [selection] = await tx
      .select({ id: decisions.id })
      .from(decisions)
      .where(and(eq(decisions.kind, "selection"), eq(decisions.responseId, id)));
    const { feedback, ...response } = withAbilities(ctx, row.response, {
      ...challenge,
      isPast: row.isPast,
      isFreeReviewer: row.isFreeReviewer,
    });
    return {
      ...response,
      feedback: isOwn || isClientOf(ctx.actor, challenge) ? feedback : null,
      isOwn,
      organisation: row.organisation,
      challenge: {
        id: challenge.id,
        title: challenge.title,
        language: challenge.language,
        deadline: challenge.deadline,
        phase: phaseOf(challenge.status, row.isPast),
        msToDeadline: row.msToDeadline,
        criteria: challenge.criteria,
      },
      selectionId: selection?.id ?? null,
    };
  });

/**
 * What a reviewer has to judge: the responses, the own review of each, and what ties the reviewer to a respondent.
 * Nothing of a response before the review has started and before no conflict was declared.
 */
export const getReviewing = (ctx: Context, { challengeId }: { challengeId: string }) =>
  asRespondent(ctx, async (tx) => {
    const challenge = await callOf(tx, ctx, challengeId);
    const { conflict } = await reviewerOf(tx, ctx, challengeId);
    if (conflict === null) throw notFound();
    const about = {
      challenge: aboutOf(challenge),
      conflict,
      isStarted: READ_IN.includes(challenge.status),
    };
    if (!challenge.isFreeReviewer || !about.isStarted) return { ...about, responses: [] };
    const rows = await submittedTo(tx, challengeId);
    const [own, me] = await Promise.all([
      tx
        .select()
        .from(reviews)
        .where(and(eq(reviews.reviewerId, personId(ctx.actor)!), inArray(reviews.responseId, idsOf(rows)))),
      tiesOf(tx, [personId(ctx.actor)!]),
    ]);
    return {
      ...about,
      responses: rows.map(({ response, organisation, ties }) => ({
        ...withoutFeedback(response),
        organisation,
        hints: me.flatMap(({ homes, email }) => conflictHints(homes, email, ties)),
        review: own.find(({ responseId }) => responseId === response.id) ?? null,
      })),
    };
  });

/**
 * Scores per response with their spread. A reviewer sees others' scores of a response once the own review of it is in;
 * the client once enough reviews that count are in.
 */
export const getResults = (ctx: Context, { challengeId }: { challengeId: string }) =>
  asRespondent(ctx, async (tx) => {
    const challenge = await callOf(tx, ctx, challengeId);
    const isClient = isClientOf(ctx.actor, challenge);
    if (!READ_IN.includes(challenge.status) || !(isClient || challenge.isFreeReviewer)) throw notFound();
    const rows = await submittedTo(tx, challengeId);
    const given = await countedReviews(tx, challengeId);
    const me = personId(ctx.actor);
    const judged = rows.map(({ response, organisation }) => {
      const own = given.filter(({ responseId }) => responseId === response.id);
      const isShown =
        own.some(({ reviewerId }) => reviewerId === me) || (isClient && own.length >= LEAST_REVIEWS);
      return {
        ...withoutFeedback(response),
        organisation,
        reviewCount: own.length,
        isShown,
        ...(isShown ? resultOf(challenge.criteria, own) : nothingYet),
      };
    });
    return {
      challenge: {
        ...aboutOf(challenge),
        version: challenge.version,
        abilities: abilitiesOfCall(ctx, challenge),
      },
      isClient,
      least: LEAST_REVIEWS,
      responses: judged.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)),
    };
  });

/** For the client: who reviews, and what ties each to a respondent. Respondents are known only after the deadline. */
export const getPanel = (ctx: Context, { challengeId }: { challengeId: string }) =>
  asRespondent(ctx, async (tx) => {
    const challenge = await callOf(tx, ctx, challengeId);
    if (!isClientOf(ctx.actor, challenge)) throw notFound();
    if (!challenge.isPast) return { hints: [] };
    const asked = await tx
      .select({ id: challengeReviewers.personId })
      .from(challengeReviewers)
      .where(eq(challengeReviewers.challengeId, challengeId));
    const [rows, people] = await Promise.all([
      submittedTo(tx, challengeId),
      tiesOf(
        tx,
        asked.map(({ id }) => id),
      ),
    ]);
    return {
      hints: people.flatMap(({ id, name, email, homes }) =>
        rows.flatMap(({ organisation, ties }) =>
          conflictHints(homes, email, ties).map((hint) => ({
            reviewer: { id, name },
            respondent: organisation.name,
            hint,
          })),
        ),
      ),
    };
  });

/** How many responses were handed in; null before the deadline, when nobody may know. */
export const countSubmitted = (ctx: Context, { challengeId }: { challengeId: string }) =>
  asRespondent(ctx, async (tx) => {
    const { isPast, openedAt } = await callOf(tx, ctx, challengeId);
    if (!isPast || openedAt === null) return { count: null };
    const where = and(eq(responses.challengeId, challengeId), eq(responses.status, "submitted"));
    return { count: await tx.$count(responses, where) };
  });

const organisation = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};

/** What was handed in, in order of receipt, by whom. Use it only after the deadline: before it the seal hides the rest. */
export async function submittedTo(tx: Transaction, challengeId: string) {
  return tx
    .select({
      response: responses,
      organisation,
      ties: {
        organisationId: organisations.id,
        registrationNumber: organisations.registrationNumber,
        emailDomain: organisations.emailDomain,
      },
    })
    .from(responses)
    .innerJoin(organisations, eq(organisations.id, responses.organisationId))
    .where(and(eq(responses.challengeId, challengeId), eq(responses.status, "submitted")))
    .orderBy(asc(responses.submittedAt), asc(responses.id));
}

/** Submitted reviews by reviewers who are still without conflict and belong to no respondent. */
export async function countedReviews(tx: Transaction, challengeId: string) {
  return tx
    .select({
      id: reviews.id,
      responseId: reviews.responseId,
      reviewerId: reviews.reviewerId,
      reviewerName: persons.name,
      scores: reviews.scores,
      comment: reviews.comment,
    })
    .from(reviews)
    .innerJoin(responses, eq(responses.id, reviews.responseId))
    .innerJoin(
      challengeReviewers,
      and(
        eq(challengeReviewers.challengeId, responses.challengeId),
        eq(challengeReviewers.personId, reviews.reviewerId),
      ),
    )
    .innerJoin(persons, eq(persons.id, reviews.reviewerId))
    .where(
      and(
        eq(responses.challengeId, challengeId),
        eq(reviews.status, "submitted"),
        eq(challengeReviewers.conflict, "none"),
        sql`not ${belongsToRespondent(sql`${challengeId}::uuid`, sql`${reviews.reviewerId}`)}`,
      ),
    )
    .orderBy(asc(reviews.submittedAt));
}

/** What the actor is to this challenge as a reviewer. */
export async function reviewerOf(tx: Transaction, ctx: Context, challengeId: string) {
  const me = personId(ctx.actor);
  if (!me) return { conflict: null, isOfRespondent: false };
  const [row] = await tx
    .select({
      conflict: challengeReviewers.conflict,
      isOfRespondent: belongsToRespondent(sql`${challengeId}::uuid`, sql`${me}::uuid`),
    })
    .from(challengeReviewers)
    .where(and(eq(challengeReviewers.challengeId, challengeId), eq(challengeReviewers.personId, me)));
  return row ?? { conflict: null, isOfRespondent: false };
}

type Call = Awaited<ReturnType<typeof callOf>>;

async function callOf(tx: Transaction, ctx: Context, id: string) {
  const row = found(
    (
      await tx
        .select({
          challenge: challenges,
          isPast: isPastDeadline,
          isFreeReviewer: isFreeReviewer(ctx.actor),
        })
        .from(challenges)
        .where(and(eq(challenges.id, id), challengesVisibleTo(ctx.actor)))
    )[0],
  );
  return { ...row.challenge, isPast: row.isPast, isFreeReviewer: row.isFreeReviewer };
}

const aboutOf = (challenge: Call) => ({
  id: challenge.id,
  title: challenge.title,
  language: challenge.language,
  deadline: challenge.deadline,
  status: challenge.status,
  phase: phaseOf(challenge.status, challenge.isPast),
  criteria: challenge.criteria,
});

function abilitiesOfCall(ctx: Context, challenge: Call): { select: Ability } {
  const rule = challengePolicy.rules.select;
  if (!rule.allows(ctx.actor, challenge)) return { select: { can: false, why: rule.denied, by: "policy" } };
  if (challenge.status === "under-review") return { select: { can: true } };
  return { select: { can: false, why: `state.${challenge.status}`, by: "lifecycle" } };
}

function abilityToRespond(ctx: Context, organisationId: string, call: Call): Ability {
  const rule = responsePolicy.rules.save;
  if (!rule.allows(ctx.actor, rowOf({ status: "draft", organisationId }, call)))
    return { can: false, why: rule.denied, by: "policy" };
  return closed(call) ?? { can: true };
}

function closed({ status, isPast }: Pick<Call, "status" | "isPast">): Ability | null {
  if (status !== "open") return { can: false, why: `state.${status}`, by: "lifecycle" };
  return isPast ? { can: false, why: "responses.afterDeadline", by: "lifecycle" } : null;
}

type CallFacts = Pick<Call, "status" | "clientId" | "isPast" | "isFreeReviewer">;

const rowOf = (row: Pick<typeof responses.$inferSelect, "status" | "organisationId">, call: CallFacts) => ({
  status: row.status,
  organisationId: row.organisationId,
  clientId: call.clientId,
  challengeStatus: call.status,
  isPast: call.isPast,
  isFreeReviewer: call.isFreeReviewer,
});

function withAbilities(ctx: Context, row: typeof responses.$inferSelect, call: CallFacts) {
  const own = abilitiesOf(responsePolicy, responseLifecycle, ctx.actor, rowOf(row, call));
  const late = closed(call);
  const until = (ability: Ability): Ability => (ability.can && late ? late : ability);
  const { createdBy: _, ...response } = row;
  return {
    ...response,
    missing: missingForSubmission(row),
    abilities: { save: until(own.save), submit: until(own.submit), withdraw: until(own.withdraw) },
  };
}

function withoutFeedback({ feedback: _f, createdBy: _c, ...response }: typeof responses.$inferSelect) {
  return response;
}

const idsOf = (rows: { response: { id: string } }[]) => rows.map(({ response }) => response.id);

type Counted = Awaited<ReturnType<typeof countedReviews>>[number];
type Criteria = (typeof challenges.$inferSelect)["criteria"];

const nothingYet = { score: null, isContested: false, reviews: [], spreads: [] };

function resultOf(criteria: Criteria, own: Counted[]) {
  const scores = own.map((review) => review.scores);
  return {
    score: responseScore(criteria, scores),
    isContested: needsConsensus(criteria, scores),
    reviews: own.map(({ id, reviewerName, scores, comment }) => ({
      id,
      reviewerName,
      scores,
      comment,
      mean: weightedMean(criteria, scores),
    })),
    spreads: criteria.map(({ key }) => ({ criterion: key, spread: spreadOf(key, scores) })),
  };
}

/** The people with the organisations they are members of. */
async function tiesOf(tx: Transaction, people: string[]) {
  const rows = await tx
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      organisationId: organisations.id,
      registrationNumber: organisations.registrationNumber,
      emailDomain: organisations.emailDomain,
    })
    .from(persons)
    .leftJoin(memberships, eq(memberships.personId, persons.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(inArray(persons.id, people));
  const byId = new Map<string, typeof rows>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  return [...byId.values()].map((own) => ({
    id: own[0]!.id,
    name: own[0]!.name,
    email: own[0]!.email,
    homes: own.flatMap(({ organisationId, registrationNumber, emailDomain }) =>
      organisationId ? [{ organisationId, registrationNumber, emailDomain }] : [],
    ),
  }));
}
