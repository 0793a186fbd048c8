import { and, eq, notInArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { applications, decisions, funds } from "@/db/schema/funding";
import { interventionPartners, interventions } from "@/db/schema/interventions";
import { actingFor, actsFor, personId } from "../../core/actor";
import { authorize } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import type { Apply } from "../input";
import { fundPolicy } from "../policy";
import { type Application, FIELDS } from "./act";

/** Starts an application, for a selected response of the own organisation or for an intervention it owns or is partner of. */
export async function apply(ctx: Context, { decisionId, interventionId, fundId, ...fields }: Apply) {
  return ctx.db.transaction(async (tx) => {
    const fund = found((await tx.select().from(funds).where(eq(funds.id, fundId)))[0]);
    authorize(ctx.actor, fundPolicy, "apply", fund);
    if (fund.status !== "open") throw brokenRule("funding.fundClosed");
    const purpose = decisionId
      ? await selectionOf(tx, ctx, decisionId)
      : await interventionOf(tx, ctx, interventionId!);
    const id = v7();
    await tx.insert(applications).values({
      id,
      fundId,
      ...fields,
      ...purpose,
      applicantId: actingFor(ctx.actor)!.id,
      createdBy: personId(ctx.actor)!,
    });
    await recordEvent(tx, ctx, {
      verb: "application.drafted",
      subject: { kind: "application", id },
      changes: changesOf<Application>({}, fields, FIELDS),
    });
    return { id, version: 1 };
  });
}

/** A response is paid for once: a new application needs the earlier one refused or withdrawn. */
async function selectionOf(tx: Transaction, ctx: Context, decisionId: string) {
  const [selection] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
  const { kind, beneficiaryId, responseId, challengeId } = found(selection);
  if (kind !== "selection" || !responseId || !beneficiaryId || !actsFor(ctx.actor, beneficiaryId))
    throw brokenRule("funding.notSelected");
  // A decision is never updated and so cannot be locked as a row: two at once wait for each other here.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${responseId}, 0))`);
  const running = await tx.$count(
    applications,
    and(eq(applications.responseId, responseId), notInArray(applications.status, ["refused", "withdrawn"])),
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
