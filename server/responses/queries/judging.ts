import { and, eq, inArray } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { challengeReviewers, type challenges } from "@/db/schema/challenges";
import { memberships, organisations } from "@/db/schema/organisations";
import { responses, reviews } from "@/db/schema/responses";
import { phaseOf } from "../../challenges/lifecycle";
import { challengePolicy } from "../../challenges/policy";
import { personId } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { notFound } from "../../core/errors";
import type { Ability } from "../../core/policy";
import { conflictHints } from "../conflicts";
import { LEAST_REVIEWS } from "../lifecycle";
import { isClientOf, READ_IN } from "../policy";
import { needsConsensus, responseScore, spreadOf, weightedMean } from "../scoring";
import { asRespondent } from "../sealed";
import { type Call, callOf, countedReviews, reviewerOf, submittedTo } from "./call";

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
