import { and, asc, desc, eq, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import { decisionPublications, decisions, fundMandates, funds } from "@/db/schema/funding";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import { allows } from "../../core/policy";
import { fundPolicy } from "../policy";
import { listApplications } from "./applications";

export const owner = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};

/** All funds, those that are open first. Open to everyone. */
export async function listFunds(ctx: Context) {
  const rows = await ctx.db
    .select({ fund: funds, owner })
    .from(funds)
    .innerJoin(organisations, eq(organisations.id, funds.ownerId))
    .orderBy(desc(funds.status), asc(funds.name), asc(funds.id));
  return {
    funds: rows.map(({ fund, owner }) => ({
      ...fund,
      leftCents: fund.budgetCents - fund.promisedCents,
      owner,
    })),
    mayOpen: allows(fundPolicy, ctx.actor, "open", { status: "open", ownerId: "" }),
  };
}

/** A fund with its published decisions, and what this person may see of its applications. */
export async function getFund(ctx: Context, { id }: { id: string }) {
  const { fund, ...row } = found(
    (
      await ctx.db
        .select({ fund: funds, owner })
        .from(funds)
        .innerJoin(organisations, eq(organisations.id, funds.ownerId))
        .where(eq(funds.id, id))
    )[0],
  );
  const maySetMandate = allows(fundPolicy, ctx.actor, "setMandate", fund);
  const [mandates, made, applications] = await Promise.all([
    ctx.db
      .select({ limitCents: fundMandates.limitCents })
      .from(fundMandates)
      .where(eq(fundMandates.fundId, id))
      .orderBy(asc(fundMandates.limitCents)),
    ctx.db
      .select({
        id: decisions.id,
        number: decisions.number,
        kind: decisions.kind,
        title: decisions.title,
        language: decisions.language,
        amountCents: decisions.amountCents,
        cofundingCents: decisions.cofundingCents,
        decidedAt: decisions.decidedAt,
      })
      .from(decisions)
      .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
      .where(eq(decisions.fundId, id))
      .orderBy(desc(decisions.number)),
    listApplications(ctx, { fundId: id }),
  ]);
  return {
    ...fund,
    leftCents: fund.budgetCents - fund.promisedCents,
    owner: row.owner,
    mandates: mandates.map(({ limitCents }) => limitCents),
    decisions: made,
    applications,
    approvers: maySetMandate ? await approversOf(ctx, fund) : null,
    mayChange: allows(fundPolicy, ctx.actor, "change", fund),
    mayApply: fund.status === "open" && allows(fundPolicy, ctx.actor, "apply", fund),
  };
}

export type Fund = Awaited<ReturnType<typeof getFund>>;

/** Who may be given a mandate for a fund, with the mandate they hold. */
async function approversOf(ctx: Context, fund: { id: string; ownerId: string }) {
  return ctx.db
    .select({ personId: persons.id, name: persons.name, limitCents: fundMandates.limitCents })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(fundMandates, and(eq(fundMandates.fundId, fund.id), eq(fundMandates.personId, persons.id)))
    .where(and(eq(memberships.organisationId, fund.ownerId), sql`'approver' = any(${memberships.roles})`))
    .orderBy(asc(persons.name), asc(persons.id));
}
