import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { challenges } from "@/db/schema/challenges";
import { responses, reviews } from "@/db/schema/responses";
import { personId } from "../../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../../core/command";
import type { Context } from "../../core/context";
import { brokenRule, found, wrongState } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { SaveReview } from "../input";
import { missingForReview, reviewLifecycle } from "../lifecycle";
import { reviewPolicy } from "../policy";
import { reviewerOf } from "../queries/call";
import { asRespondent } from "../sealed";
import { responsesVisibleTo } from "../visible";

/** Saves or hands in the own review of a response. Handed in, it stands. What it says never enters the log. */
export const saveReview = (ctx: Context, { responseId, version, scores, comment, submit }: SaveReview) =>
  asRespondent(ctx, async (tx) => {
    const me = personId(ctx.actor)!;
    const [row] = await tx
      .select({ response: responses, challenge: challenges })
      .from(responses)
      .innerJoin(challenges, eq(challenges.id, responses.challengeId))
      .where(and(eq(responses.id, responseId), responsesVisibleTo(ctx.actor)))
      .for("share", { of: challenges });
    const { challenge } = found(row);
    const own = and(eq(reviews.responseId, responseId), eq(reviews.reviewerId, me));
    const [before] = await tx.select().from(reviews).where(own).for("update");
    const action = submit ? "submit" : "save";
    const state = before?.status ?? reviewLifecycle.initial;
    authorize(ctx.actor, reviewPolicy, action, {
      status: state,
      ...(await reviewerOf(tx, ctx, challenge.id)),
    });
    if (challenge.status !== "under-review") throw wrongState(challenge.status);
    const status = transition(reviewLifecycle, state, action);
    if (before) refuseStale(before, version ?? 0);
    const known = new Set(challenge.criteria.map(({ key }) => key));
    const named = new Set(scores.map(({ criterion }) => criterion));
    if (named.size !== scores.length || scores.some(({ criterion }) => !known.has(criterion)))
      throw brokenRule("responses.unknownCriterion");
    if (submit) refuseIncomplete(missingForReview(challenge.criteria, scores));
    const review = { scores, comment, status, submittedAt: submit ? ctx.now : null };
    const id = before?.id ?? v7();
    if (before)
      await tx
        .update(reviews)
        .set({ ...review, version: before.version + 1 })
        .where(eq(reviews.id, id));
    else {
      const row = { id, responseId, reviewerId: me, ...review };
      const added = await tx.insert(reviews).values(row).onConflictDoNothing().returning();
      // The same reviewer saved at the same moment, in another window.
      if (added.length === 0) refuseStale(found((await tx.select().from(reviews).where(own))[0]), 0);
    }
    await recordEvent(tx, ctx, {
      verb: submit ? "review.submitted" : before ? "review.changed" : "review.drafted",
      subject: { kind: "review", id },
      changes: { status: { from: before?.status ?? null, to: status } },
      topics: submit ? [`challenge:${challenge.id}`] : [],
    });
    return { id, version: (before?.version ?? 0) + 1 };
  });
