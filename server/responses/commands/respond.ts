import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { challenges } from "@/db/schema/challenges";
import { responses } from "@/db/schema/responses";
import { isPastDeadline } from "../../challenges/visible";
import { actingFor, personId } from "../../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found, wrongState } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { ResponseStep, SaveResponse } from "../input";
import { missingForSubmission, type ResponseAction, responseLifecycle } from "../lifecycle";
import { responsePolicy } from "../policy";
import { receiptOf } from "../receipt";
import { asRespondent } from "../sealed";

type Response = typeof responses.$inferSelect;

/** Saves the own response to an open challenge as a draft. What it says never enters the log. */
export const saveResponse = (ctx: Context, { challengeId, version, ...fields }: SaveResponse) =>
  untilDeadline(ctx, async (tx) => {
    const organisationId = actingFor(ctx.actor)?.id ?? "";
    const call = await openChallenge(tx, challengeId);
    authorize(ctx.actor, responsePolicy, "save", ownRow(call, { status: "draft", organisationId }));
    refuseClosed(call);
    const [before] = await tx
      .select()
      .from(responses)
      .where(and(eq(responses.challengeId, challengeId), eq(responses.organisationId, organisationId)))
      .for("update");
    if (!before) {
      const id = v7();
      const row = { id, challengeId, organisationId, ...fields, createdBy: personId(ctx.actor)! };
      const added = await tx.insert(responses).values(row).onConflictDoNothing().returning();
      if (added.length === 0) refuseStale(await byColleague(tx, challengeId, organisationId), 0);
      await record(tx, ctx, "response.drafted", id, "draft");
      return { id, version: 1 };
    }
    const status = transition(responseLifecycle, before.status, "save");
    refuseStale(before, version ?? 0);
    await tx
      .update(responses)
      .set({
        ...fields,
        status,
        submittedAt: null,
        receiptHash: null,
        version: before.version + 1,
        updatedAt: ctx.now,
      })
      .where(eq(responses.id, before.id));
    await record(tx, ctx, "response.changed", before.id, status);
    return { id: before.id, version: before.version + 1 };
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
    const submittedAt = new Date(found(clock).now);
    return { submittedAt, receiptHash: receiptOf(before, submittedAt) };
  });

/** Takes a response back, until the deadline. */
export const withdrawResponse = (ctx: Context, input: ResponseStep) =>
  act(ctx, input, "withdraw", async () => ({}));

const VERBS = { submit: "response.submitted", withdraw: "response.withdrawn" } as const;

function act(
  ctx: Context,
  { id, version }: ResponseStep,
  action: Exclude<ResponseAction, "save">,
  change: (tx: Transaction, before: Response) => Promise<Partial<Response>>,
) {
  return untilDeadline(ctx, async (tx) => {
    const own = actingFor(ctx.actor)?.id ?? "";
    const rows = await tx
      .select()
      .from(responses)
      .where(and(eq(responses.id, id), sql`${responses.organisationId}::text = ${own}`))
      .for("update");
    const before = found(rows[0]);
    const call = await openChallenge(tx, before.challengeId);
    authorize(ctx.actor, responsePolicy, action, ownRow(call, before));
    refuseClosed(call);
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

/** The database refuses what comes in while the deadline passes; that is the same answer as just after it. */
async function untilDeadline<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await asRespondent(ctx, work);
  } catch (error) {
    if (codeOf(error) === RESTRICT_VIOLATION) throw brokenRule("responses.afterDeadline");
    throw error;
  }
}

const RESTRICT_VIOLATION = "23001";
const codeOf = (error: unknown) => (error as { cause?: { code?: string } } | null)?.cause?.code;

/** What a colleague saved at the same moment. */
async function byColleague(tx: Transaction, challengeId: string, organisationId: string): Promise<Response> {
  const rows = await tx
    .select()
    .from(responses)
    .where(and(eq(responses.challengeId, challengeId), eq(responses.organisationId, organisationId)));
  return found(rows[0]);
}

type Call = Awaited<ReturnType<typeof openChallenge>>;

/** The challenge, kept from moving on while a response comes in. */
async function openChallenge(tx: Transaction, id: string) {
  const [challenge] = await tx
    .select({ status: challenges.status, clientId: challenges.clientId, isPast: isPastDeadline })
    .from(challenges)
    .where(and(eq(challenges.id, id), sql`${challenges.openedAt} is not null`))
    .for("share");
  return found(challenge);
}

function refuseClosed({ status, isPast }: Call): void {
  if (status !== "open") throw wrongState(status);
  if (isPast) throw brokenRule("responses.afterDeadline");
}

const ownRow = (call: Call, row: Pick<Response, "status" | "organisationId">) => ({
  status: row.status,
  organisationId: row.organisationId,
  clientId: call.clientId,
  challengeStatus: call.status,
  isPast: call.isPast,
  isFreeReviewer: false,
});

/** Only that something happened to a response, never what it says or to which challenge it belongs. */
function record(tx: Transaction, ctx: Context, verb: string, id: string, status: string) {
  return recordEvent(tx, ctx, {
    verb,
    subject: { kind: "response", id },
    changes: { status: { to: status } },
  });
}
