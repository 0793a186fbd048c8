import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { challenges } from "@/db/schema/challenges";
import { decisionPublications, decisions } from "@/db/schema/funding";
import { responses, reviews } from "@/db/schema/responses";
import { lock as lockChallenge } from "../challenges/commands";
import { challengeLifecycle } from "../challenges/lifecycle";
import { challengePolicy } from "../challenges/policy";
import { actingFor, personId } from "../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, DomainError, found } from "../core/errors";
import { recordEvent } from "../core/events";
import type { ResponseStep, SaveResponse, SaveReview, Select } from "./input";
import { missingForSubmission, type ResponseAction, responseLifecycle, reviewLifecycle } from "./lifecycle";
import { responsePolicy, reviewPolicy } from "./policy";
import { conflictOf, submittedOf } from "./queries";
import { missingScores, SPREAD_WITHOUT_NOTE, spread, weightedScore } from "./scoring";
import { sealed } from "./sealed";

type Response = typeof responses.$inferSelect;

/** Saves the own response to an open challenge as a draft. What it says never enters the log. */
export const saveResponse = (ctx: Context, { challengeId, version, ...fields }: SaveResponse) =>
  sealed(ctx, async (tx) => {
    const organisationId = actingFor(ctx.actor)?.id ?? "";
    authorize(ctx.actor, responsePolicy, "save", { status: "draft", organisationId });
    await refuseUnlessOpen(tx, challengeId);
    const [before] = await tx
      .select()
      .from(responses)
      .where(and(eq(responses.challengeId, challengeId), eq(responses.organisationId, organisationId)))
      .for("update");
    if (!before) {
      const id = v7();
      const author = personId(ctx.actor)!;
      await tx.insert(responses).values({ id, challengeId, organisationId, ...fields, createdBy: author });
      await record(tx, ctx, "response.drafted", id, "draft");
      return { id, version: 1 };
    }
    const status = transition(responseLifecycle, before.status, "save");
    if (version !== before.version) refuseStale(before, version ?? 0);
    const raised = before.version + 1;
    await tx
      .update(responses)
      .set({ ...fields, status, submittedAt: null, receiptHash: null, version: raised, updatedAt: ctx.now })
      .where(eq(responses.id, before.id));
    await record(tx, ctx, "response.changed", before.id, status);
    return { id: before.id, version: raised };
  });

/**
 * Hands a response in before the deadline. The receipt is the moment by the database's clock and the SHA-256 of what
 * was handed in.
 */
export const submitResponse = (ctx: Context, input: ResponseStep) =>
  act(ctx, input, "submit", async (tx, before) => {
    refuseIncomplete(missingForSubmission(before));
    const [clock] = await tx.execute<{ now: string }>(
      sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
    );
    return { submittedAt: new Date(clock!.now), receiptHash: receiptOf(before, clock!.now) };
  });

/** Takes a response back, until the deadline. */
export const withdrawResponse = (ctx: Context, input: ResponseStep) =>
  act(ctx, input, "withdraw", async () => ({}));

/** The hash on a receipt: anyone who holds the text and the moment can make it again. */
export function receiptOf(
  response: Pick<Response, "challengeId" | "organisationId" | "title" | "body" | "priceCents">,
  moment: string,
): string {
  const { challengeId, organisationId, title, body, priceCents } = response;
  return createHash("sha256")
    .update(JSON.stringify([challengeId, organisationId, title, body, priceCents, moment]))
    .digest("hex");
}

/** Saves or hands in the own review of a response. Handed in, it stands. */
export const saveReview = (ctx: Context, { responseId, version, scores, comment, submit }: SaveReview) =>
  sealed(ctx, async (tx) => {
    const me = personId(ctx.actor)!;
    const response = found((await tx.select().from(responses).where(eq(responses.id, responseId)))[0]);
    const challenge = found(
      (await tx.select().from(challenges).where(eq(challenges.id, response.challengeId)))[0],
    );
    const conflict = await conflictOf(tx, challenge.id, me);
    if (conflict === null || response.status !== "submitted") throw new DomainError("not-found", "notFound");
    const [before] = await tx
      .select()
      .from(reviews)
      .where(and(eq(reviews.responseId, responseId), eq(reviews.reviewerId, me)))
      .for("update");
    const action = submit ? "submit" : "save";
    authorize(ctx.actor, reviewPolicy, action, {
      status: before?.status ?? "draft",
      reviewerId: me,
      conflict,
      respondentId: response.organisationId,
    });
    if (challenge.status !== "under-review")
      throw new DomainError("wrong-state", "wrongState", { params: { state: challenge.status } });
    const status = transition(reviewLifecycle, before?.status ?? "draft", action);
    if (before && version !== before.version) refuseStale(before, version ?? 0);
    const known = new Set(challenge.criteria.map(({ key }) => key));
    if (scores.some(({ criterion }) => !known.has(criterion))) throw brokenRule("responses.unknownCriterion");
    if (submit)
      refuseIncomplete(
        missingScores(challenge.criteria, scores).map((key) => ({
          field: `scores.${key}`,
          key: "responses.missing.score",
        })),
      );
    const row = { scores, comment, status, submittedAt: submit ? ctx.now : null };
    const id = before?.id ?? v7();
    if (before)
      await tx
        .update(reviews)
        .set({ ...row, version: before.version + 1 })
        .where(eq(reviews.id, id));
    else await tx.insert(reviews).values({ id, responseId, reviewerId: me, ...row });
    await recordEvent(tx, ctx, {
      verb: submit ? "review.submitted" : "review.saved",
      subject: { kind: "review", id },
      changes: { status: { from: before?.status ?? null, to: status } },
      topics: submit ? [`challenge:${challenge.id}`] : [],
    });
    return { id, version: (before?.version ?? 0) + 1 };
  });

/**
 * The client selects. Every response that was handed in must have two reviews, each criterion a reason, each
 * respondent its feedback; where reviewers lie more than 2 points apart, a note says how they came to agree.
 * One public decision per selected response.
 */
export const select = (ctx: Context, input: Select) =>
  sealed(ctx, async (tx) => {
    const challenge = await lockChallenge(tx, ctx, input.challengeId);
    authorize(ctx.actor, challengePolicy, "select", challenge);
    const status = transition(challengeLifecycle, challenge.status, "select");
    refuseStale(challenge, input.version);
    const rows = await submittedOf(tx, challenge.id);
    const byId = new Map(rows.map((row) => [row.response.id, row]));
    if (input.selected.some((id) => !byId.has(id))) throw brokenRule("responses.notAResponse");
    await refuseUnreviewed(tx, challenge, [...byId.keys()], input.consensus);
    refuseIncomplete([
      ...challenge.criteria
        .filter(({ key }) => !input.reasons[key])
        .map(({ key }) => ({ field: `reasons.${key}`, key: "responses.missing.reason" })),
      ...[...byId.keys()]
        .filter((id) => !input.feedback[id])
        .map((id) => ({ field: `feedback.${id}`, key: "responses.missing.feedback" })),
    ]);
    for (const [id] of byId)
      await tx
        .update(responses)
        .set({ feedback: { text: input.feedback[id]! } })
        .where(eq(responses.id, id));
    const decided = [];
    for (const id of new Set(input.selected)) {
      const { response, organisation } = byId.get(id)!;
      const decisionId = v7();
      await tx.insert(decisions).values({
        id: decisionId,
        kind: "selection",
        challengeId: challenge.id,
        responseId: id,
        organisationId: challenge.clientId,
        beneficiaryId: organisation.id,
        subjectVersion: challenge.version,
        title: response.title,
        language: response.language,
        reasons: input.consensus ? { ...input.reasons, consensus: input.consensus } : input.reasons,
        decidedBy: [personId(ctx.actor)!],
      });
      await tx.insert(decisionPublications).values({ decisionId, publishedBy: personId(ctx.actor)! });
      decided.push(decisionId);
    }
    await tx
      .update(challenges)
      .set({ status, version: challenge.version + 1, updatedAt: ctx.now })
      .where(eq(challenges.id, challenge.id));
    for (const id of decided)
      await recordEvent(tx, ctx, {
        verb: "decision.published",
        subject: { kind: "decision", id },
        changes: { kind: { to: "selection" }, challenge: { to: challenge.id } },
      });
    await recordEvent(tx, ctx, {
      verb: "challenge.decided",
      subject: { kind: "challenge", id: challenge.id },
      changes: { status: { from: challenge.status, to: status } },
    });
    return { id: challenge.id, version: challenge.version + 1, decisions: decided };
  });

async function refuseUnreviewed(
  tx: Transaction,
  challenge: typeof challenges.$inferSelect,
  ids: string[],
  consensus: string,
): Promise<void> {
  const given = await tx
    .select()
    .from(reviews)
    .where(and(eq(reviews.status, "submitted"), inArray(reviews.responseId, ids)));
  for (const id of ids) {
    const own = given.filter(({ responseId }) => responseId === id);
    if (own.length < 2) throw brokenRule("responses.twoReviews");
    const scores = own
      .map(({ scores }) => weightedScore(challenge.criteria, scores))
      .filter((score) => score !== null);
    if (spread(scores) > SPREAD_WITHOUT_NOTE && consensus.length < 10)
      refuseIncomplete([{ field: "consensus", key: "responses.missing.consensus" }]);
  }
}

const VERBS: Record<Exclude<ResponseAction, "save">, string> = {
  submit: "response.submitted",
  withdraw: "response.withdrawn",
};

function act(
  ctx: Context,
  { id, version }: ResponseStep,
  action: Exclude<ResponseAction, "save">,
  change: (tx: Transaction, before: Response) => Promise<Partial<Response>>,
) {
  return sealed(ctx, async (tx) => {
    const own = actingFor(ctx.actor)?.id ?? "";
    const rows = await tx
      .select()
      .from(responses)
      .where(and(eq(responses.id, id), sql`${responses.organisationId}::text = ${own}`))
      .for("update");
    const before = found(rows[0]);
    authorize(ctx.actor, responsePolicy, action, before);
    await refuseUnlessOpen(tx, before.challengeId);
    const status = transition(responseLifecycle, before.status, action);
    refuseStale(before, version);
    await tx
      .update(responses)
      .set({ ...(await change(tx, before)), status, version: version + 1, updatedAt: ctx.now })
      .where(eq(responses.id, id));
    await record(tx, ctx, VERBS[action], id, status);
    return { id, version: version + 1 };
  });
}

async function refuseUnlessOpen(tx: Transaction, challengeId: string): Promise<void> {
  const [challenge] = await tx
    .select({ status: challenges.status, past: sql<boolean>`${challenges.deadline} <= clock_timestamp()` })
    .from(challenges)
    .where(and(eq(challenges.id, challengeId), sql`${challenges.openedAt} is not null`))
    .for("share");
  if (found(challenge).status !== "open")
    throw new DomainError("wrong-state", "wrongState", { params: { state: challenge!.status } });
  if (challenge!.past) throw brokenRule("responses.afterDeadline");
}

/** Only that something happened to a response, never what it says or to which challenge it belongs. */
function record(tx: Transaction, ctx: Context, verb: string, id: string, status: string) {
  return recordEvent(tx, ctx, {
    verb,
    subject: { kind: "response", id },
    changes: { status: { to: status } },
  });
}
