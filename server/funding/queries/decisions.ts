import { and, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { challenges } from "@/db/schema/challenges";
import { applications, decisionPublications, decisions, funds } from "@/db/schema/funding";
import { organisations } from "@/db/schema/organisations";
import { actsFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import { allows } from "../../core/policy";
import type { ListDecisions } from "../input";
import { multiplierOf } from "../lifecycle";
import { decisionPolicy, fundPolicy } from "../policy";
import { applicationsVisibleTo, decisionsVisibleTo } from "../visible";

const beneficiaries = alias(organisations, "beneficiaries");

/** Published decisions, newest first, with the money of all of them. Open to everyone. */
export async function listDecisions(ctx: Context, { kind, page, pageSize }: ListDecisions) {
  const where = kind && eq(decisions.kind, kind);
  const [rows, [sums]] = await Promise.all([
    ctx.db
      .select({
        id: decisions.id,
        number: decisions.number,
        kind: decisions.kind,
        title: decisions.title,
        language: decisions.language,
        amountCents: decisions.amountCents,
        cofundingCents: decisions.cofundingCents,
        reasons: decisions.reasons,
        decidedAt: decisions.decidedAt,
        publishedAt: decisionPublications.publishedAt,
        by: organisations.name,
        isDemonstration: organisations.isDemonstration,
        beneficiary: beneficiaries.name,
      })
      .from(decisions)
      .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
      .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
      .leftJoin(beneficiaries, eq(beneficiaries.id, decisions.beneficiaryId))
      .where(where)
      .orderBy(desc(decisions.number))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    ctx.db
      .select({
        total: sum(where ?? sql`true`, sql`1`),
        awards: sum(sql`${decisions.kind} = 'award'`, sql`1`),
        awardedCents: sum(sql`${decisions.kind} = 'award'`, decisions.amountCents),
        attractedCents: sum(sql`${decisions.kind} = 'award'`, decisions.cofundingCents),
      })
      .from(decisions)
      .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id)),
  ]);
  const { total, awards, awardedCents, attractedCents } = sums!;
  return {
    decisions: rows.map(({ reasons, ...row }) => ({
      ...row,
      reason: reasons.officer ?? Object.values(reasons)[0] ?? "",
      multiplier: multiplierOf(row.amountCents, row.cofundingCents),
    })),
    total,
    awards,
    awardedCents,
    attractedCents,
    multiplier: multiplierOf(awardedCents, attractedCents),
  };
}

/** float8 holds whole cents exactly up to ninety trillion euros. */
const sum = (where: SQL, what: SQLWrapper) =>
  sql<number>`coalesce(sum(${what}) filter (where ${where}), 0)::float8`;

/** One decision with its reasons: public once published; before that for who acts for the organisation that decided. */
export async function getDecision(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({
          decision: decisions,
          publishedAt: decisionPublications.publishedAt,
          organisation: {
            id: organisations.id,
            name: organisations.name,
            isDemonstration: organisations.isDemonstration,
          },
          beneficiary: { id: beneficiaries.id, name: beneficiaries.name },
          fund: { id: funds.id, name: funds.name },
          challenge: { id: challenges.id, title: challenges.title, language: challenges.language },
          criteria: challenges.criteria,
        })
        .from(decisions)
        .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
        .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
        .leftJoin(beneficiaries, eq(beneficiaries.id, decisions.beneficiaryId))
        .leftJoin(funds, eq(funds.id, decisions.fundId))
        .leftJoin(challenges, eq(challenges.id, decisions.challengeId))
        .where(and(eq(decisions.id, id), decisionsVisibleTo(ctx.actor)))
    )[0],
  );
  const { decidedBy, applicationId, reasons, ...decision } = row.decision;
  const known = { isPublished: row.publishedAt !== null, organisationId: decision.organisationId };
  const nameOf = new Map((row.criteria ?? []).map(({ key, name }) => [key, name]));
  return {
    ...decision,
    publishedAt: row.publishedAt,
    organisation: row.organisation,
    beneficiary: row.beneficiary,
    fund: row.fund,
    challenge: row.challenge,
    multiplier: multiplierOf(decision.amountCents, decision.cofundingCents),
    /** How many people decided; who they are stays with the organisation. */
    signatories: decidedBy.length,
    reasons: Object.entries(reasons).map(([key, text]) => ({
      key,
      criterion: nameOf.get(key) ?? null,
      text,
    })),
    applicationId: await visibleApplication(ctx, applicationId),
    related: await relatedTo(ctx, row.decision),
    mayPublish:
      decision.kind !== "selection" &&
      !known.isPublished &&
      allows(decisionPolicy, ctx.actor, "publish", known),
    mayApply:
      decision.kind === "selection" &&
      decision.beneficiaryId !== null &&
      actsFor(ctx.actor, decision.beneficiaryId) &&
      allows(fundPolicy, ctx.actor, "apply", { status: "open", ownerId: "" }),
  };
}

export type Decision = Awaited<ReturnType<typeof getDecision>>;

async function visibleApplication(ctx: Context, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [row] = await ctx.db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(funds, eq(funds.id, applications.fundId))
    .where(and(eq(applications.id, id), applicationsVisibleTo(ctx.actor)));
  return row?.id ?? null;
}

/** Decisions on the same response: from a selection to the money it led to, and back. */
async function relatedTo(ctx: Context, { id, responseId }: typeof decisions.$inferSelect) {
  if (responseId === null) return [];
  return ctx.db
    .select({
      id: decisions.id,
      number: decisions.number,
      kind: decisions.kind,
      title: decisions.title,
      language: decisions.language,
      amountCents: decisions.amountCents,
    })
    .from(decisions)
    .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
    .where(
      and(eq(decisions.responseId, responseId), sql`${decisions.id} <> ${id}`, decisionsVisibleTo(ctx.actor)),
    )
    .orderBy(desc(decisions.number));
}
