import { and, asc, eq, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { organisations } from "@/db/schema/organisations";
import { responses, reviews } from "@/db/schema/responses";
import { belongsToRespondent, challengesVisibleTo, isPastDeadline } from "../../challenges/visible";
import { personId } from "../../core/actor";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { isFreeReviewer } from "../visible";

export type Call = Awaited<ReturnType<typeof callOf>>;

/** The challenge that is responded to, if the actor may see it. */
export async function callOf(tx: Transaction, ctx: Context, id: string) {
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

/** What is told of a respondent. */
export const organisation = {
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
