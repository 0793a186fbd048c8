import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { fundMandates, funds } from "@/db/schema/funding";
import { memberships } from "@/db/schema/organisations";
import { actingFor, personId } from "../../core/actor";
import { authorize, refuseStale } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import type { ChangeFund, OpenFund, SetMandate } from "../input";
import { fundPolicy } from "../policy";

type Fund = typeof funds.$inferSelect;

const FIELDS = [
  "name",
  "description",
  "language",
  "budgetCents",
  "conditions",
  "minimumParties",
  "status",
] as const satisfies readonly (keyof Fund)[];

/** Opens a fund of the organisation acted for. */
export async function openFund(ctx: Context, input: OpenFund) {
  authorize(ctx.actor, fundPolicy, "open", { status: "open", ownerId: "" });
  return ctx.db.transaction(async (tx) => {
    const id = v7();
    await tx.insert(funds).values({ id, ...input, ownerId: actingFor(ctx.actor)!.id });
    await recordEvent(tx, ctx, {
      verb: "fund.opened",
      subject: { kind: "fund", id },
      changes: changesOf<Fund>({}, input, FIELDS),
    });
    return { id, version: 1 };
  });
}

/** Changes a fund's terms, or closes it to new applications. The budget never falls below what is promised. */
export async function changeFund(ctx: Context, { id, version, ...fields }: ChangeFund) {
  return ctx.db.transaction(async (tx) => {
    const fund = await lockFund(tx, id);
    authorize(ctx.actor, fundPolicy, "change", fund);
    refuseStale(fund, version);
    if (fields.budgetCents < fund.promisedCents) throw brokenRule("funding.belowPromised");
    await tx
      .update(funds)
      .set({ ...fields, version: version + 1 })
      .where(eq(funds.id, id));
    await recordEvent(tx, ctx, {
      verb: "fund.changed",
      subject: { kind: "fund", id },
      changes: changesOf<Fund>(fund, { ...fund, ...fields }, FIELDS),
    });
    return { id, version: version + 1 };
  });
}

/** Says up to what amount an approver of the fund's owner may sign. Nobody sets their own. */
export async function setMandate(ctx: Context, { fundId, personId: holder, limitCents }: SetMandate) {
  return ctx.db.transaction(async (tx) => {
    const fund = await lockFund(tx, fundId);
    authorize(ctx.actor, fundPolicy, "setMandate", fund);
    if (holder === personId(ctx.actor)) throw brokenRule("funding.ownMandate");
    await refuseOthersThanApprovers(tx, fund, holder);
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

const lockFund = async (tx: Transaction, id: string): Promise<Fund> =>
  found((await tx.select().from(funds).where(eq(funds.id, id)).for("update"))[0]);

async function refuseOthersThanApprovers(tx: Transaction, fund: Fund, holder: string): Promise<void> {
  const approves = await tx.$count(
    memberships,
    and(
      eq(memberships.organisationId, fund.ownerId),
      eq(memberships.personId, holder),
      sql`'approver' = any(${memberships.roles})`,
    ),
  );
  if (approves === 0) throw brokenRule("funding.notAnApprover");
}
