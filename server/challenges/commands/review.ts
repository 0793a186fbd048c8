import { and, eq, sql } from "drizzle-orm";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { memberships, organisations } from "@/db/schema/organisations";
import { personId } from "../../core/actor";
import { authorize } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found, wrongState } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { AssignReviewer, ChallengeStep, DeclareConflict } from "../input";
import { LEAST_REVIEWERS, REVIEWERS_ASKED_IN } from "../lifecycle";
import { challengePolicy } from "../policy";
import { belongsToRespondent } from "../visible";
import { act, isPast, lockChallenge } from "./act";

/**
 * Starts the review, after the deadline by the database's clock, when something was handed in and enough reviewers are
 * without conflict. Who turns out to belong to a respondent has a conflict, whatever was declared.
 */
export const startReview = (ctx: Context, input: ChallengeStep) =>
  act(ctx, input, "startReview", async (tx, { id }) => {
    if (!(await isPast(tx, id))) throw brokenRule("challenges.beforeDeadline");
    // Outside the door to the responses, but the deadline has passed: the seal is off for all.
    const [any] = await tx.execute<{ some: boolean }>(
      sql`select exists (select 1 from responses where challenge_id = ${id} and status = 'submitted') as some`,
    );
    if (!any?.some) throw brokenRule("challenges.noResponses");
    await tx
      .update(challengeReviewers)
      .set({ conflict: "conflict", declaredAt: ctx.now })
      .where(
        and(
          eq(challengeReviewers.challengeId, id),
          belongsToRespondent(sql`${id}::uuid`, sql`${challengeReviewers.personId}`),
        ),
      );
    const free = await tx.$count(
      challengeReviewers,
      and(eq(challengeReviewers.challengeId, id), eq(challengeReviewers.conflict, "none")),
    );
    if (free < LEAST_REVIEWERS) throw brokenRule("challenges.twoReviewers", { least: LEAST_REVIEWERS });
    return {};
  });

/**
 * Asks someone to review: a reviewer, not who proposed the challenge, and nobody of an organisation that responded.
 * The latter is known only after the deadline; who was asked before is looked at again when the review starts.
 */
export async function assignReviewer(ctx: Context, { id, personId: reviewer }: AssignReviewer) {
  return ctx.db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, ctx, id);
    authorize(ctx.actor, challengePolicy, "assignReviewer", challenge);
    if (!REVIEWERS_ASKED_IN.includes(challenge.status)) throw wrongState(challenge.status);
    if (reviewer === challenge.proposedBy) throw brokenRule("challenges.proposerDoesNotReview");
    if (!(await isReviewer(tx, reviewer))) throw brokenRule("challenges.notAReviewer");
    const [conflicted] = await tx
      .select({ is: belongsToRespondent(sql`${id}::uuid`, sql`${reviewer}::uuid`) })
      .from(challenges)
      .where(eq(challenges.id, id));
    if (conflicted?.is) throw brokenRule("challenges.reviewerOfRespondent");
    const added = await tx
      .insert(challengeReviewers)
      .values({ challengeId: id, personId: reviewer, assignedBy: personId(ctx.actor)! })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) return { id };
    await recordEvent(tx, ctx, {
      verb: "challenge.reviewerAssigned",
      subject: { kind: "challenge", id },
      changes: { personId: { to: reviewer } },
      topics: [`inbox:${reviewer}`],
    });
    return { id };
  });
}

/** A reviewer says, before names are shown, whether there is a conflict of interest. */
export async function declareConflict(ctx: Context, { id, conflict, note }: DeclareConflict) {
  return ctx.db.transaction(async (tx) => {
    const challenge = await lockChallenge(tx, ctx, id);
    const mine = and(
      eq(challengeReviewers.challengeId, id),
      eq(challengeReviewers.personId, personId(ctx.actor) ?? ""),
    );
    const before = found((await tx.select().from(challengeReviewers).where(mine).for("update"))[0]);
    if (!REVIEWERS_ASKED_IN.includes(challenge.status)) throw wrongState(challenge.status);
    // A conflict may come to light later; it cannot be taken back.
    if (before.conflict === "conflict") throw brokenRule("challenges.conflictStands");
    await tx
      .update(challengeReviewers)
      .set({ conflict, conflictNote: note || null, declaredAt: ctx.now })
      .where(mine);
    await recordEvent(tx, ctx, {
      verb: "challenge.conflictDeclared",
      subject: { kind: "challenge", id },
      changes: { conflict: { from: before.conflict, to: conflict } },
    });
    return { id };
  });
}

async function isReviewer(tx: Transaction, person: string): Promise<boolean> {
  const [able] = await tx
    .select({ id: memberships.personId })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.personId, person),
        sql`${memberships.roles} @> array['reviewer']::text[]`,
        sql`${organisations.verifiedAt} is not null`,
      ),
    );
  return able !== undefined;
}
