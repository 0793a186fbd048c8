import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { challenges } from "@/db/schema/challenges";
import { decisionPublications, decisions } from "@/db/schema/funding";
import { responses } from "@/db/schema/responses";
import { type Challenge, lockChallenge } from "../../challenges/commands/act";
import { challengeLifecycle } from "../../challenges/lifecycle";
import { challengePolicy } from "../../challenges/policy";
import { belongsToRespondent } from "../../challenges/visible";
import { personId } from "../../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { Select, Verdict } from "../input";
import { LEAST_REVIEWS, missingForVerdict, missingWithoutSelection } from "../lifecycle";
import { countedReviews, submittedTo } from "../queries/call";
import { needsConsensus } from "../scoring";
import { asRespondent } from "../sealed";

type Submitted = Awaited<ReturnType<typeof submittedTo>>[number];
type Judged = { submitted: Submitted; verdict: Verdict; index: number };

/**
 * The client selects, or finds that none will do. Every response that was handed in must have enough reviews that
 * count, and each respondent gets a reason per criterion; where reviewers lie more than 2 points apart on a criterion, a
 * note says how they came to agree. One public decision per selected response, with its reasons.
 */
export const select = (ctx: Context, input: Select) =>
  asRespondent(ctx, async (tx) => {
    const challenge = await lockChallenge(tx, ctx, input.challengeId);
    authorize(ctx.actor, challengePolicy, "select", challenge);
    const status = transition(challengeLifecycle, challenge.status, "select");
    refuseStale(challenge, input.version);
    await refuseInterested(tx, ctx, challenge.id);
    const judged = pair(await submittedTo(tx, challenge.id), input.verdicts);
    await refuseUnready(tx, challenge, judged, input.noneReason);
    for (const { submitted, verdict } of judged)
      await tx
        .update(responses)
        .set({ feedback: withConsensus(verdict) })
        .where(eq(responses.id, submitted.response.id));
    const decided = await decide(tx, ctx, challenge, judged, input.noneReason);
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
      topics: judged.map(({ submitted }) => `response:${submitted.response.id}`),
    });
    return { id: challenge.id, version: challenge.version + 1, decisions: decided };
  });

/** Nobody decides on what concerns themselves. */
async function refuseInterested(tx: Transaction, ctx: Context, challengeId: string): Promise<void> {
  const [interest] = await tx
    .select({ is: belongsToRespondent(sql`${challengeId}::uuid`, sql`${personId(ctx.actor)}::uuid`) })
    .from(challenges)
    .where(eq(challenges.id, challengeId));
  if (interest?.is) throw brokenRule("responses.ownInterest");
}

/** Each response with its verdict; every response that was handed in has exactly one. */
function pair(rows: Submitted[], verdicts: Verdict[]): Judged[] {
  const byResponse = new Map(verdicts.map((verdict, index) => [verdict.responseId, { verdict, index }]));
  if (byResponse.size !== verdicts.length || byResponse.size !== rows.length)
    throw brokenRule("responses.allResponses");
  return rows.map((submitted) => {
    const given = byResponse.get(submitted.response.id);
    if (!given) throw brokenRule("responses.allResponses");
    return { submitted, ...given };
  });
}

async function refuseUnready(tx: Transaction, challenge: Challenge, judged: Judged[], noneReason: string) {
  const given = await countedReviews(tx, challenge.id);
  const scoresOf = (id: string) => given.filter((it) => it.responseId === id).map(({ scores }) => scores);
  if (judged.some(({ submitted }) => scoresOf(submitted.response.id).length < LEAST_REVIEWS))
    throw brokenRule("responses.twoReviews", { least: LEAST_REVIEWS });
  refuseIncomplete([
    ...[...judged].sort(byPlace).flatMap(({ submitted, verdict, index }) => {
      const isContested = needsConsensus(challenge.criteria, scoresOf(submitted.response.id));
      return missingForVerdict(challenge.criteria, verdict, { index, isContested });
    }),
    ...missingWithoutSelection(
      judged.map(({ verdict }) => verdict),
      noneReason,
    ),
  ]);
}

/** What is missing is told in the order in which the client gave its verdicts. */
const byPlace = (a: Judged, b: Judged) => a.index - b.index;

const withConsensus = ({ reasons, consensus }: Verdict) => (consensus ? { ...reasons, consensus } : reasons);

/** Writes and publishes the decisions: one per selected response, or one that none was selected. */
async function decide(
  tx: Transaction,
  ctx: Context,
  challenge: Challenge,
  judged: Judged[],
  noneReason: string,
): Promise<string[]> {
  const decidedBy = personId(ctx.actor)!;
  const same = {
    kind: "selection" as const,
    challengeId: challenge.id,
    organisationId: challenge.clientId,
    subjectVersion: challenge.version,
    decidedBy: [decidedBy],
  };
  const chosen = judged.filter(({ verdict }) => verdict.isSelected);
  const rows = chosen.map(({ submitted: { response }, verdict }) => ({
    ...same,
    id: v7(),
    responseId: response.id,
    beneficiaryId: response.organisationId,
    title: response.title,
    language: response.language,
    reasons: withConsensus(verdict),
  }));
  const none = {
    ...same,
    id: v7(),
    title: challenge.title,
    language: challenge.language,
    reasons: { none: noneReason },
  };
  const written = await tx
    .insert(decisions)
    .values(rows.length > 0 ? rows : [none])
    .returning({ id: decisions.id });
  await tx
    .insert(decisionPublications)
    .values(written.map(({ id }) => ({ decisionId: id, publishedBy: decidedBy })));
  return written.map(({ id }) => id);
}
