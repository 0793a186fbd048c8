import { and, asc, desc, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { persons } from "@/db/schema/accounts";
import {
  applications,
  decisionPublications,
  decisions,
  fundMandates,
  funds,
  signatures,
} from "@/db/schema/funding";
import { memberships, organisations } from "@/db/schema/organisations";
import { type Actor, actingFor, holds, personId } from "../core/actor";
import type { Context, Transaction } from "../core/context";
import { found } from "../core/errors";
import { type Ability, abilitiesOf } from "../core/policy";
import type { ListDecisions } from "./input";
import { applicationLifecycle, missingForSubmission } from "./lifecycle";
import { applicationPolicy, fundPolicy } from "./policy";

const owner = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};

export async function listFunds(ctx: Context) {
  const rows = await ctx.db
    .select({ fund: funds, owner })
    .from(funds)
    .innerJoin(organisations, eq(organisations.id, funds.ownerId))
    .orderBy(asc(funds.name));
  return {
    funds: rows.map(({ fund, owner }) => ({ ...fund, owner })),
    mayOpen: fundPolicy.rules.open.allows(ctx.actor, { status: "open", ownerId: "" }),
  };
}

export async function getFund(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ fund: funds, owner })
        .from(funds)
        .innerJoin(organisations, eq(organisations.id, funds.ownerId))
        .where(eq(funds.id, id))
    )[0],
  );
  const [mandates, made] = await Promise.all([
    ctx.db
      .select({ limitCents: fundMandates.limitCents })
      .from(fundMandates)
      .where(eq(fundMandates.fundId, id))
      .orderBy(asc(fundMandates.limitCents)),
    ctx.db
      .select({ decision: decisions })
      .from(decisions)
      .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
      .where(eq(decisions.fundId, id))
      .orderBy(desc(decisions.number)),
  ]);
  return {
    ...row.fund,
    owner: row.owner,
    mandates: mandates.map(({ limitCents }) => limitCents),
    decisions: made.map(({ decision }) => decision),
    applications: await listApplications(ctx, { fundId: id }),
    mayApply: row.fund.status === "open" && holds(ctx.actor, "entrepreneur", "curator", "partner"),
  };
}

/** The twin of the policy's `read`: a condition on applications joined with their fund. */
export function applicationsVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  if (!own) return sql`false`;
  const shown = [eq(applications.applicantId, own.id)];
  if (holds(actor, "funding-officer", "approver", "controller"))
    shown.push(and(eq(funds.ownerId, own.id), ne(applications.status, "draft"))!);
  return or(...shown)!;
}

export async function listApplications(ctx: Context, { fundId }: { fundId?: string }) {
  return ctx.db
    .select({
      id: applications.id,
      title: applications.title,
      language: applications.language,
      status: applications.status,
      amountCents: applications.amountCents,
      cofundingCents: applications.cofundingCents,
      submittedAt: applications.submittedAt,
      fund: { id: funds.id, name: funds.name },
      applicant: owner,
    })
    .from(applications)
    .innerJoin(funds, eq(funds.id, applications.fundId))
    .innerJoin(organisations, eq(organisations.id, applications.applicantId))
    .where(and(applicationsVisibleTo(ctx.actor), fundId ? eq(applications.fundId, fundId) : undefined))
    .orderBy(desc(applications.updatedAt));
}

/** What policy and commands need to know of this person and an application. */
export async function rightsOf(
  db: Context["db"] | Transaction,
  ctx: Context,
  application: { fundId: string; applicantId: string },
) {
  const me = personId(ctx.actor);
  if (!me) return { isOfApplicant: false, mandateCents: null };
  const [[member], [mandate]] = await Promise.all([
    db
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.personId, me), eq(memberships.organisationId, application.applicantId))),
    db
      .select({ limitCents: fundMandates.limitCents })
      .from(fundMandates)
      .where(and(eq(fundMandates.fundId, application.fundId), eq(fundMandates.personId, me))),
  ]);
  return { isOfApplicant: member !== undefined, mandateCents: mandate?.limitCents ?? null };
}

export async function getApplication(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ application: applications, fund: funds, applicant: owner })
        .from(applications)
        .innerJoin(funds, eq(funds.id, applications.fundId))
        .innerJoin(organisations, eq(organisations.id, applications.applicantId))
        .where(and(eq(applications.id, id), applicationsVisibleTo(ctx.actor)))
    )[0],
  );
  const { application, fund } = row;
  const [rights, signed, [decision]] = await Promise.all([
    rightsOf(ctx.db, ctx, application),
    ctx.db
      .select({ signature: signatures, name: persons.name })
      .from(signatures)
      .innerJoin(persons, eq(persons.id, signatures.personId))
      .where(eq(signatures.applicationId, id))
      .orderBy(asc(signatures.signedAt)),
    ctx.db
      .select({ id: decisions.id, publishedAt: decisionPublications.publishedAt })
      .from(decisions)
      .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
      .where(eq(decisions.applicationId, id)),
  ]);
  const known = { ...application, fundOwnerId: fund.ownerId, ...rights };
  const abilities = abilitiesOf(applicationPolicy, applicationLifecycle, ctx.actor, known);
  const mine = signed.some(
    ({ signature }) =>
      signature.personId === personId(ctx.actor) &&
      signature.voidedAt === null &&
      signature.applicationVersion === application.version,
  );
  return {
    ...application,
    fund: {
      id: fund.id,
      name: fund.name,
      budgetCents: fund.budgetCents,
      promisedCents: fund.promisedCents,
      minimumParties: fund.minimumParties,
      conditions: fund.conditions,
    },
    applicant: row.applicant,
    signatures: signed.map(({ signature, name }) => ({ ...signature, name })),
    decision: decision ?? null,
    missing: abilities.submit.can || abilities.change.can ? missingForSubmission(application, fund) : [],
    mayPublish: decision !== undefined && decision.publishedAt === null && mayPublish(ctx, fund.ownerId),
    abilities: { ...abilities, sign: signAbility(abilities.sign, application, rights, mine) },
  };
}

export const mayPublish = (ctx: Context, fundOwnerId: string) =>
  actingFor(ctx.actor)?.id === fundOwnerId && holds(ctx.actor, "funding-officer", "approver");

function signAbility(
  ability: Ability,
  application: { amountCents: number | null },
  { mandateCents }: { mandateCents: number | null },
  mine: boolean,
): Ability {
  if (!ability.can) return ability;
  if (mine) return { can: false, why: "funding.alreadySigned", by: "policy" };
  if (mandateCents === null) return { can: false, why: "funding.noMandate", by: "policy" };
  if ((application.amountCents ?? 0) > mandateCents)
    return { can: false, why: "funding.aboveMandate", by: "policy" };
  return ability;
}

/** Published decisions, newest first. Open to everyone. */
export async function listDecisions(ctx: Context, { page, pageSize }: ListDecisions) {
  const rows = await ctx.db
    .select({
      decision: decisions,
      publishedAt: decisionPublications.publishedAt,
      by: organisations.name,
      beneficiary: sql<
        string | null
      >`(select name from organisations b where b.id = ${decisions.beneficiaryId})`,
      total: sql<number>`count(*) over ()::int`,
      awardedCents: sql<number>`coalesce(sum(${decisions.amountCents}) filter (where ${decisions.kind} = 'award') over (), 0)::float8`,
      attractedCents: sql<number>`coalesce(sum(${decisions.cofundingCents}) filter (where ${decisions.kind} = 'award') over (), 0)::float8`,
    })
    .from(decisions)
    .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
    .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
    .orderBy(desc(decisions.number))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return {
    decisions: rows.map(({ decision: { decidedBy, ...decision }, publishedAt, by, beneficiary }) => ({
      ...decision,
      signatories: decidedBy.length,
      publishedAt,
      by,
      beneficiary,
    })),
    total: rows[0]?.total ?? 0,
    awardedCents: rows[0]?.awardedCents ?? 0,
    attractedCents: rows[0]?.attractedCents ?? 0,
  };
}

/** One decision: public once published; before that for those who may read its application. */
export async function getDecision(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({
          decision: decisions,
          publishedAt: decisionPublications.publishedAt,
          by: organisations.name,
          isDemonstration: organisations.isDemonstration,
          beneficiary: sql<
            string | null
          >`(select name from organisations b where b.id = ${decisions.beneficiaryId})`,
          fundName: sql<string | null>`(select name from funds f where f.id = ${decisions.fundId})`,
          challengeTitle: sql<
            string | null
          >`(select title from challenges c where c.id = ${decisions.challengeId})`,
          criteria: sql<
            { key: string; name: string }[] | null
          >`(select criteria from challenges c where c.id = ${decisions.challengeId})`,
        })
        .from(decisions)
        .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
        .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
        .where(eq(decisions.id, id))
    )[0],
  );
  if (row.publishedAt === null) await getApplication(ctx, { id: row.decision.applicationId ?? "" });
  const { decidedBy, ...decision } = row.decision;
  return {
    ...decision,
    signatories: decidedBy.length,
    publishedAt: row.publishedAt,
    by: row.by,
    isDemonstration: row.isDemonstration,
    beneficiary: row.beneficiary,
    fundName: row.fundName,
    challengeTitle: row.challengeTitle,
    criteria: row.criteria ?? [],
    mayApply:
      decision.kind === "selection" &&
      actingFor(ctx.actor)?.id === decision.beneficiaryId &&
      holds(ctx.actor, "entrepreneur"),
  };
}
