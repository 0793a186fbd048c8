import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import {
  applications,
  decisionPublications,
  decisions,
  fundMandates,
  funds,
  signatures,
} from "@/db/schema/funding";
import { interventionPartners, interventions } from "@/db/schema/interventions";
import { actingFor, actsFor, holds, personId } from "../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, DomainError, found } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import type { ApplicationStep, Apply, Assess, ChangeApplication, OpenFund, SetMandate, Sign } from "./input";
import { type ApplicationAction, applicationLifecycle, missingForSubmission } from "./lifecycle";
import { applicationPolicy, fundPolicy } from "./policy";
import { applicationsVisibleTo, mayPublish, rightsOf } from "./queries";

type Application = typeof applications.$inferSelect;
type Fund = typeof funds.$inferSelect;

const FIELDS = [
  "title",
  "description",
  "amountCents",
  "cofundingCents",
  "missionTest",
  "parties",
  "status",
  "advice",
  "assessment",
] as const satisfies readonly (keyof Application)[];

/** Opens a fund of the organisation acted for. */
export async function openFund(ctx: Context, input: OpenFund) {
  authorize(ctx.actor, fundPolicy, "open", { status: "open", ownerId: "" });
  return ctx.db.transaction(async (tx) => {
    const id = v7();
    await tx.insert(funds).values({ id, ...input, ownerId: actingFor(ctx.actor)!.id });
    await recordEvent(tx, ctx, {
      verb: "fund.opened",
      subject: { kind: "fund", id },
      changes: { name: { to: input.name }, budgetCents: { to: input.budgetCents } },
    });
    return { id, version: 1 };
  });
}

/** Says up to what amount a person may sign for a fund. */
export async function setMandate(ctx: Context, { fundId, personId: holder, limitCents }: SetMandate) {
  return ctx.db.transaction(async (tx) => {
    const fund = found((await tx.select().from(funds).where(eq(funds.id, fundId)).for("update"))[0]);
    authorize(ctx.actor, fundPolicy, "setMandate", fund);
    if (holder === personId(ctx.actor)) throw brokenRule("funding.ownMandate");
    await tx
      .insert(fundMandates)
      .values({ fundId, personId: holder, limitCents })
      .onConflictDoUpdate({ target: [fundMandates.fundId, fundMandates.personId], set: { limitCents } });
    await recordEvent(tx, ctx, {
      verb: "fund.mandateSet",
      subject: { kind: "fund", id: fundId },
      changes: { holder: { to: holder }, limitCents: { to: limitCents } },
    });
    return { id: fundId };
  });
}

/** Starts an application, for a selected response of the own organisation or for an intervention it owns or is partner of. */
export async function apply(ctx: Context, { decisionId, interventionId, fundId, ...fields }: Apply) {
  const own = actingFor(ctx.actor);
  if (!own || !holds(ctx.actor, "entrepreneur", "curator", "buyer", "partner"))
    throw new DomainError("forbidden", "funding.onlyApplicants");
  return ctx.db.transaction(async (tx) => {
    const fund = found((await tx.select().from(funds).where(eq(funds.id, fundId)))[0]);
    if (fund.status !== "open") throw brokenRule("funding.fundClosed");
    const purpose = decisionId
      ? await selectionOf(tx, ctx, decisionId)
      : await interventionOf(tx, ctx, interventionId!);
    const id = v7();
    await tx
      .insert(applications)
      .values({ id, fundId, ...fields, ...purpose, applicantId: own.id, createdBy: personId(ctx.actor)! });
    await recordEvent(tx, ctx, {
      verb: "application.drafted",
      subject: { kind: "application", id },
      changes: changesOf<Application>({}, fields, FIELDS),
    });
    return { id, version: 1 };
  });
}

/** Changes an application. Signatures stand under a version, so a change voids them and it is assessed anew. */
export const changeApplication = (ctx: Context, { id, version, ...fields }: ChangeApplication) =>
  act(ctx, { id, version }, "change", async (tx, before) => {
    await tx
      .update(signatures)
      .set({ voidedAt: ctx.now })
      .where(and(eq(signatures.applicationId, id), isNull(signatures.voidedAt)));
    return {
      ...fields,
      ...(before.status === "assessed" ? { advice: null, assessment: null, assessedBy: null } : {}),
    };
  });

export const submitApplication = (ctx: Context, input: ApplicationStep) =>
  act(ctx, input, "submit", async (_, before, fund) => {
    refuseIncomplete(missingForSubmission(before, fund));
    return { submittedAt: ctx.now };
  });

export const withdrawApplication = (ctx: Context, input: ApplicationStep) =>
  act(ctx, input, "withdraw", async () => ({}));

/** An officer's advice on a complete application. */
export const assessApplication = (ctx: Context, { advice, assessment, ...input }: Assess) =>
  act(ctx, input, "assess", async (_, before, fund) => {
    refuseIncomplete(missingForSubmission(before, fund));
    return { advice, assessment, assessedBy: personId(ctx.actor) };
  });

/**
 * An approver's signature under this version. The second with the same verdict makes the decision, in the same
 * transaction; an award is refused when the fund's budget would not hold it, whatever happens at the same moment.
 */
export async function signApplication(ctx: Context, { id, version, verdict, reason }: Sign) {
  return ctx.db.transaction(async (tx) => {
    const { before, fund } = await lock(tx, ctx, id);
    const rights = await rightsOf(tx, ctx, before);
    authorize(ctx.actor, applicationPolicy, "sign", { ...before, fundOwnerId: fund.ownerId, ...rights });
    transition(applicationLifecycle, before.status, "sign");
    refuseStale(before, version);
    if (rights.mandateCents === null) throw brokenRule("funding.noMandate");
    if ((before.amountCents ?? 0) > rights.mandateCents) throw brokenRule("funding.aboveMandate");
    const me = personId(ctx.actor)!;
    const signed = await tx
      .insert(signatures)
      .values({ applicationId: id, applicationVersion: version, personId: me, verdict, reason })
      .onConflictDoNothing()
      .returning();
    if (signed.length === 0) throw brokenRule("funding.alreadySigned");
    const agreeing = await tx
      .select()
      .from(signatures)
      .where(
        and(
          eq(signatures.applicationId, id),
          eq(signatures.applicationVersion, version),
          eq(signatures.verdict, verdict),
          isNull(signatures.voidedAt),
        ),
      );
    const decisionId = agreeing.length >= 2 ? await decide(tx, ctx, before, fund, verdict, agreeing) : null;
    await recordEvent(tx, ctx, {
      verb: decisionId
        ? verdict === "award"
          ? "application.awarded"
          : "application.refused"
        : "application.signed",
      subject: { kind: "application", id },
      changes: { verdict: { to: verdict }, ...(decisionId ? { decision: { to: decisionId } } : {}) },
      topics: decisionId ? [`fund:${fund.id}`, "fund"] : [],
    });
    return { id, version, decisionId };
  });
}

/** Makes a decision public. It cannot be taken back. */
export async function publishDecision(ctx: Context, { id }: { id: string }) {
  return ctx.db.transaction(async (tx) => {
    const row = found(
      (
        await tx
          .select({ decision: decisions, fund: funds })
          .from(decisions)
          .innerJoin(funds, eq(funds.id, decisions.fundId))
          .where(eq(decisions.id, id))
      )[0],
    );
    if (!actsFor(ctx.actor, row.fund.ownerId)) throw new DomainError("not-found", "notFound");
    if (!mayPublish(ctx, row.fund.ownerId)) throw new DomainError("forbidden", "funding.onlyPublishers");
    const published = await tx
      .insert(decisionPublications)
      .values({ decisionId: id, publishedBy: personId(ctx.actor)! })
      .onConflictDoNothing()
      .returning();
    if (published.length > 0)
      await recordEvent(tx, ctx, {
        verb: "decision.published",
        subject: { kind: "decision", id },
        changes: { kind: { to: row.decision.kind }, amountCents: { to: row.decision.amountCents } },
        topics: [`fund:${row.fund.id}`],
      });
    return { id };
  });
}

async function decide(
  tx: Transaction,
  ctx: Context,
  application: Application,
  fund: Fund,
  verdict: "award" | "refuse",
  agreeing: (typeof signatures.$inferSelect)[],
): Promise<string> {
  const status = transition(applicationLifecycle, application.status, verdict);
  if (verdict === "award") {
    const amount = application.amountCents!;
    // The condition and the table's CHECK hold together: no two awards can both take the last euros.
    const held = await tx
      .update(funds)
      .set({ promisedCents: sql`${funds.promisedCents} + ${amount}` })
      .where(and(eq(funds.id, fund.id), sql`${funds.promisedCents} + ${amount} <= ${funds.budgetCents}`))
      .returning();
    if (held.length === 0) throw brokenRule("funding.overBudget");
  }
  const reasons = Object.fromEntries(agreeing.map(({ reason }, index) => [`approver-${index + 1}`, reason]));
  const id = v7();
  await tx.insert(decisions).values({
    id,
    kind: verdict === "award" ? "award" : "refusal",
    challengeId: application.challengeId,
    responseId: application.responseId,
    applicationId: application.id,
    fundId: fund.id,
    organisationId: fund.ownerId,
    beneficiaryId: application.applicantId,
    subjectVersion: application.version,
    title: application.title,
    language: application.language,
    amountCents: verdict === "award" ? application.amountCents : null,
    cofundingCents: verdict === "award" ? application.cofundingCents : null,
    reasons: { officer: application.assessment ?? "", ...reasons },
    decidedBy: agreeing.map(({ personId: signer }) => signer),
  });
  await tx
    .update(applications)
    .set({ status, updatedAt: ctx.now })
    .where(eq(applications.id, application.id));
  return id;
}

const VERBS: Record<Exclude<ApplicationAction, "sign" | "award" | "refuse">, string> = {
  change: "application.changed",
  submit: "application.submitted",
  withdraw: "application.withdrawn",
  assess: "application.assessed",
};

async function act(
  ctx: Context,
  { id, version }: ApplicationStep,
  action: keyof typeof VERBS,
  change: (tx: Transaction, before: Application, fund: Fund) => Promise<Partial<Application>>,
) {
  return ctx.db.transaction(async (tx) => {
    const { before, fund } = await lock(tx, ctx, id);
    const rights = await rightsOf(tx, ctx, before);
    authorize(ctx.actor, applicationPolicy, action, { ...before, fundOwnerId: fund.ownerId, ...rights });
    const status = transition(applicationLifecycle, before.status, action);
    refuseStale(before, version);
    const after = { ...(await change(tx, before, fund)), status };
    await tx
      .update(applications)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(eq(applications.id, id));
    await recordEvent(tx, ctx, {
      verb: VERBS[action],
      subject: { kind: "application", id },
      changes: changesOf<Application>(before, { ...before, ...after }, FIELDS),
    });
    return { id, version: version + 1 };
  });
}

async function lock(tx: Transaction, ctx: Context, id: string) {
  const visible = await tx
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(funds, eq(funds.id, applications.fundId))
    .where(and(eq(applications.id, id), applicationsVisibleTo(ctx.actor)));
  found(visible[0]);
  const before = found(
    (await tx.select().from(applications).where(eq(applications.id, id)).for("update"))[0],
  );
  const fund = found((await tx.select().from(funds).where(eq(funds.id, before.fundId)))[0]);
  return { before, fund };
}

async function selectionOf(tx: Transaction, ctx: Context, decisionId: string) {
  const [selection] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
  const { kind, beneficiaryId, responseId, challengeId } = found(selection);
  if (kind !== "selection" || beneficiaryId === null || !actsFor(ctx.actor, beneficiaryId))
    throw brokenRule("funding.notSelected");
  const running = await tx.$count(
    applications,
    and(
      eq(applications.responseId, responseId!),
      inArray(applications.status, ["draft", "submitted", "assessed"]),
    ),
  );
  if (running > 0) throw brokenRule("funding.alreadyApplied");
  return { responseId, challengeId };
}

async function interventionOf(tx: Transaction, ctx: Context, interventionId: string) {
  const [intervention] = await tx.select().from(interventions).where(eq(interventions.id, interventionId));
  const own = actingFor(ctx.actor)!.id;
  const isPartner = await tx.$count(
    interventionPartners,
    and(
      eq(interventionPartners.interventionId, interventionId),
      eq(interventionPartners.organisationId, own),
    ),
  );
  if (found(intervention).ownerId !== own && isPartner === 0) throw brokenRule("funding.notOwnIntervention");
  return { interventionId };
}
