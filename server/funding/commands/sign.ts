import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { applications, decisions, funds, signatures } from "@/db/schema/funding";
import { personId } from "../../core/actor";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, DomainError } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { Sign } from "../input";
import { applicationLifecycle } from "../lifecycle";
import { applicationPolicy, refusalToSign } from "../policy";
import { type Application, type Fund, lockApplication } from "./act";

type Signature = typeof signatures.$inferSelect;
type Verdict = Sign["verdict"];

const VERB_OF = { award: "application.awarded", refuse: "application.refused" } as const;
const APPROVERS = 2;

/**
 * An approver's signature under this version. The second with the same verdict makes the decision, in the same
 * transaction; an award is refused when the fund's budget would not hold it, whatever happens at the same moment.
 */
export async function signApplication(ctx: Context, { id, version, verdict, reason }: Sign) {
  return ctx.db.transaction(async (tx) => {
    const { before, fund, known } = await lockApplication(tx, ctx, id);
    const why = refusalToSign(ctx.actor, known);
    if (why) throw new DomainError("forbidden", why);
    authorize(ctx.actor, applicationPolicy, "sign", known);
    transition(applicationLifecycle, before.status, "sign");
    refuseStale(before, version);
    const signed = await tx
      .insert(signatures)
      .values({
        applicationId: id,
        applicationVersion: version,
        personId: personId(ctx.actor)!,
        verdict,
        reason,
      })
      .onConflictDoNothing()
      .returning();
    if (signed.length === 0) throw brokenRule("funding.alreadySigned");
    const agreeing = await agreeingOn(tx, before, verdict);
    const decisionId =
      agreeing.length >= APPROVERS ? await decide(tx, ctx, before, fund, verdict, agreeing) : null;
    await recordEvent(tx, ctx, {
      verb: decisionId ? VERB_OF[verdict] : "application.signed",
      subject: { kind: "application", id },
      changes: { verdict: { to: verdict }, ...(decisionId && { decision: { to: decisionId } }) },
      topics: [`fund:${fund.id}`, ...(decisionId ? ["fund"] : [])],
    });
    return { id, version, decisionId };
  });
}

const agreeingOn = (tx: Transaction, { id, version }: Application, verdict: Verdict): Promise<Signature[]> =>
  tx
    .select()
    .from(signatures)
    .where(
      and(
        eq(signatures.applicationId, id),
        eq(signatures.applicationVersion, version),
        eq(signatures.verdict, verdict),
        isNull(signatures.voidedAt),
      ),
    )
    .orderBy(signatures.signedAt);

async function decide(
  tx: Transaction,
  ctx: Context,
  application: Application,
  fund: Fund,
  verdict: Verdict,
  agreeing: Signature[],
): Promise<string> {
  const status = transition(applicationLifecycle, application.status, verdict);
  const isAward = verdict === "award";
  if (isAward) await promise(tx, fund, application.amountCents!);
  const reasons = Object.fromEntries(agreeing.map(({ reason }, index) => [`approver-${index + 1}`, reason]));
  const id = v7();
  await tx.insert(decisions).values({
    id,
    kind: isAward ? "award" : "refusal",
    challengeId: application.challengeId,
    responseId: application.responseId,
    applicationId: application.id,
    fundId: fund.id,
    organisationId: fund.ownerId,
    beneficiaryId: application.applicantId,
    subjectVersion: application.version,
    title: application.title,
    language: application.language,
    amountCents: isAward ? application.amountCents : null,
    cofundingCents: isAward ? application.cofundingCents : null,
    reasons: { officer: application.assessment ?? "", ...reasons },
    decidedBy: agreeing.map(({ personId: signer }) => signer),
  });
  await tx
    .update(applications)
    .set({ status, updatedAt: ctx.now })
    .where(eq(applications.id, application.id));
  return id;
}

/** The condition and the table's CHECK hold together: no two awards can both take the last euros. */
async function promise(tx: Transaction, fund: Fund, amountCents: number): Promise<void> {
  const held = await tx
    .update(funds)
    .set({ promisedCents: sql`${funds.promisedCents} + ${amountCents}` })
    .where(and(eq(funds.id, fund.id), sql`${funds.promisedCents} + ${amountCents} <= ${funds.budgetCents}`))
    .returning();
  if (held.length === 0) throw brokenRule("funding.overBudget");
}
