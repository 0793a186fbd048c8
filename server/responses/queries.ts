import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { decisions } from "@/db/schema/funding";
import { organisations } from "@/db/schema/organisations";
import { responses, reviews } from "@/db/schema/responses";
import { actingFor, actsFor, holds, personId } from "../core/actor";
import type { Context, Transaction } from "../core/context";
import { found, notFound } from "../core/errors";
import { abilitiesOf } from "../core/policy";
import { missingForSubmission, responseLifecycle } from "./lifecycle";
import { responsePolicy } from "./policy";
import { mean, spread, weightedScore } from "./scoring";
import { sealed } from "./sealed";

const AFTER_DEADLINE = ["under-review", "decided"];

/** Responses of the organisation acted for. */
export const listMine = (ctx: Context) =>
  sealed(ctx, (tx) =>
    tx
      .select({
        id: responses.id,
        title: responses.title,
        status: responses.status,
        submittedAt: responses.submittedAt,
        challenge: {
          id: challenges.id,
          title: challenges.title,
          deadline: challenges.deadline,
          status: challenges.status,
        },
      })
      .from(responses)
      .innerJoin(challenges, eq(challenges.id, responses.challengeId))
      .where(eq(responses.organisationId, actingFor(ctx.actor)?.id ?? personId(ctx.actor)!))
      .orderBy(asc(challenges.deadline)),
  );

/** The own response to a challenge, or null; for the form. */
export const getOwn = (ctx: Context, { challengeId }: { challengeId: string }) =>
  sealed(ctx, async (tx) => {
    const own = actingFor(ctx.actor);
    if (!own) return null;
    const [row] = await tx
      .select()
      .from(responses)
      .where(and(eq(responses.challengeId, challengeId), eq(responses.organisationId, own.id)));
    return row ? withAbilities(ctx, row) : null;
  });

/** One response: its own organisation always; client and free reviewers once the review has started. */
export const getResponse = (ctx: Context, { id }: { id: string }) =>
  sealed(ctx, async (tx) => {
    const row = found((await tx.select().from(responses).where(eq(responses.id, id)))[0]);
    const challenge = found(
      (await tx.select().from(challenges).where(eq(challenges.id, row.challengeId)))[0],
    );
    const isOwn = actsFor(ctx.actor, row.organisationId);
    if (!isOwn && !(row.status === "submitted" && (await mayReadAll(tx, ctx, challenge)))) throw notFound();
    const [organisation] = await tx
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, row.organisationId));
    const [selection] = await tx
      .select({ id: decisions.id })
      .from(decisions)
      .where(and(eq(decisions.kind, "selection"), eq(decisions.responseId, id)));
    const { feedback, ...response } = withAbilities(ctx, row);
    return {
      ...response,
      feedback: isOwn ? feedback : null,
      isOwn,
      organisation: organisation!,
      challenge: {
        id: challenge.id,
        title: challenge.title,
        status: challenge.status,
        criteria: challenge.criteria,
      },
      selectionId: selection?.id ?? null,
    };
  });

/** What a reviewer without conflict has to judge: responses, and the own review of each. */
export const getReviewing = (ctx: Context, { challengeId }: { challengeId: string }) =>
  sealed(ctx, async (tx) => {
    const me = personId(ctx.actor) ?? "";
    const challenge = found((await tx.select().from(challenges).where(eq(challenges.id, challengeId)))[0]);
    const conflict = await conflictOf(tx, challengeId, me);
    if (conflict === null) throw notFound();
    const about = {
      id: challenge.id,
      title: challenge.title,
      language: challenge.language,
      status: challenge.status,
      criteria: challenge.criteria,
    };
    if (conflict !== "none" || !AFTER_DEADLINE.includes(challenge.status))
      return { challenge: about, conflict, responses: [] };
    const rows = await submittedOf(tx, challengeId);
    const own = await tx
      .select()
      .from(reviews)
      .where(
        and(
          eq(reviews.reviewerId, me),
          inArray(
            reviews.responseId,
            rows.map(({ response }) => response.id),
          ),
        ),
      );
    return {
      challenge: about,
      conflict,
      responses: rows
        .filter(({ response }) => !actsFor(ctx.actor, response.organisationId))
        .map(({ response: { feedback: _, ...response }, organisation }) => ({
          ...response,
          organisation,
          review: own.find(({ responseId }) => responseId === response.id) ?? null,
        })),
    };
  });

/** Scores of all, for the client; and for a reviewer once all of the own reviews are in. */
export const getResults = (ctx: Context, { challengeId }: { challengeId: string }) =>
  sealed(ctx, async (tx) => {
    const challenge = found((await tx.select().from(challenges).where(eq(challenges.id, challengeId)))[0]);
    if (!AFTER_DEADLINE.includes(challenge.status) || !(await mayReadAll(tx, ctx, challenge)))
      throw notFound();
    const rows = await submittedOf(tx, challengeId);
    const given = await tx
      .select()
      .from(reviews)
      .where(
        and(
          eq(reviews.status, "submitted"),
          inArray(
            reviews.responseId,
            rows.map(({ response }) => response.id),
          ),
        ),
      );
    const isClient = isClientOf(ctx, challenge);
    const me = personId(ctx.actor);
    const mineAreIn = rows.every(({ response }) =>
      given.some((review) => review.responseId === response.id && review.reviewerId === me),
    );
    if (!isClient && !mineAreIn) throw notFound();
    const ranked = rows.map(({ response: { feedback: _, ...response }, organisation }) => {
      const own = given.filter(({ responseId }) => responseId === response.id);
      const scores = own
        .map((review) => weightedScore(challenge.criteria, review.scores))
        .filter((score) => score !== null);
      return {
        ...response,
        organisation,
        reviews: own.map(({ scores, comment }) => ({ scores, comment })),
        score: mean(scores),
        spread: spread(scores),
      };
    });
    const { contact: _c, ...about } = challenge;
    return {
      challenge: about,
      isClient,
      responses: ranked.sort((a, b) => (b.score ?? -1) - (a.score ?? -1)),
    };
  });

export const isClientOf = (ctx: Context, challenge: { clientId: string }) =>
  actsFor(ctx.actor, challenge.clientId) && holds(ctx.actor, "buyer", "curator");

export function submittedOf(tx: Transaction, challengeId: string) {
  return tx
    .select({ response: responses, organisation: { id: organisations.id, name: organisations.name } })
    .from(responses)
    .innerJoin(organisations, eq(organisations.id, responses.organisationId))
    .where(and(eq(responses.challengeId, challengeId), eq(responses.status, "submitted")))
    .orderBy(asc(responses.submittedAt));
}

export async function conflictOf(tx: Transaction, challengeId: string, reviewer: string) {
  const [row] = await tx
    .select({ conflict: challengeReviewers.conflict })
    .from(challengeReviewers)
    .where(
      and(
        eq(challengeReviewers.challengeId, challengeId),
        sql`${challengeReviewers.personId}::text = ${reviewer}`,
      ),
    );
  return row?.conflict ?? null;
}

async function mayReadAll(
  tx: Transaction,
  ctx: Context,
  challenge: { id: string; clientId: string; status: string },
): Promise<boolean> {
  if (!AFTER_DEADLINE.includes(challenge.status)) return false;
  if (isClientOf(ctx, challenge)) return true;
  return (await conflictOf(tx, challenge.id, personId(ctx.actor) ?? "")) === "none";
}

function withAbilities(ctx: Context, row: typeof responses.$inferSelect) {
  return {
    ...row,
    missing: missingForSubmission(row),
    abilities: abilitiesOf(responsePolicy, responseLifecycle, ctx.actor, row),
  };
}
