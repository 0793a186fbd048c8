import { and, count, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/db/client";
import type { Source } from "@/db/regions/schema";
import { challenges } from "@/db/schema/challenges";
import { diagnosisRounds, ratings } from "@/db/schema/ecosystem";
import { applications, decisionPublications, decisions, funds } from "@/db/schema/funding";
import { interventionPartners, interventions } from "@/db/schema/interventions";
import { needSlips, needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { programmeInterventions, programmeNeeds, programmes } from "@/db/schema/programmes";
import { challengesVisibleTo } from "../challenges/visible";
import { visitor } from "../core/actor";
import type { Context } from "../core/context";
import { needsVisibleTo } from "../needs/visible";
import { programmesVisibleTo } from "../programmes/visible";
import { region } from "../regions/region";
import { cellsOf, sourceLine } from "./pack";

/** What to read: one page of a list, or the one item of this id. */
export type Wanted = { limit: number; offset: number; id?: string };
export type Page<Item> = { items: Item[]; total: number };

/** Open data is what a visitor may see, whoever asks. */
export const visitorContext = (): Context => ({ db: database(), actor: visitor, now: new Date() });

/** Every cell of the newest published round. */
export async function ratingItems(ctx: Context) {
  const [round] = await ctx.db
    .select()
    .from(diagnosisRounds)
    .where(eq(diagnosisRounds.status, "published"))
    .orderBy(desc(diagnosisRounds.heldOn), desc(diagnosisRounds.publishedAt))
    .limit(1);
  if (!round) return [];
  const rows = await ctx.db.select().from(ratings).where(eq(ratings.roundId, round.id));
  return cellsOf(region()).map(({ ecosystem, element }) => {
    const row = rows.find((rated) => rated.ecosystem === ecosystem && rated.element === element);
    const assessed = row && row.rating !== "not-assessed" ? row : null;
    return {
      ecosystem,
      element,
      rating: row?.rating ?? ("not-assessed" as const),
      basis: assessed?.basis ?? null,
      ground: assessed?.ground ?? null,
      source: assessed?.source ? sourceLine(assessed.source as Source) : null,
      round: round.slug,
    };
  });
}

const organisation = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  kind: organisations.kind,
};

export async function interventionItems(ctx: Context, wanted: Wanted) {
  const where = wanted.id ? eq(interventions.id, wanted.id) : undefined;
  const rows = await ctx.db
    .select({ row: interventions, owner: organisations })
    .from(interventions)
    .innerJoin(organisations, eq(organisations.id, interventions.ownerId))
    .where(where)
    .orderBy(interventions.id)
    .limit(wanted.limit)
    .offset(wanted.offset);
  const shown = rows.map(({ row }) => row.id);
  const partners = await ctx.db
    .select({ of: interventionPartners.interventionId, ...organisation })
    .from(interventionPartners)
    .innerJoin(organisations, eq(organisations.id, interventionPartners.organisationId))
    .where(inArray(interventionPartners.interventionId, shown))
    .orderBy(organisations.name);
  const links = await ctx.db
    .select({ of: programmeInterventions.interventionId, id: programmes.id })
    .from(programmeInterventions)
    .innerJoin(programmes, eq(programmes.id, programmeInterventions.programmeId))
    .where(and(inArray(programmeInterventions.interventionId, shown), publicProgramme))
    .orderBy(programmes.id);
  return {
    items: rows.map(({ row, owner }) => ({
      ...row,
      owner,
      partners: partners.filter(({ of }) => of === row.id),
      programmes: idsOf(links, row.id),
      isDemonstration: owner.isDemonstration,
    })),
    total: await total(ctx, interventions, where),
  };
}

export async function needItems(ctx: Context, wanted: Wanted) {
  const where = and(publicNeed, wanted.id ? eq(needs.id, wanted.id) : undefined);
  const rows = await ctx.db
    .select({ row: needs, buyer: organisations })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(where)
    .orderBy(needs.windowStart, needs.id)
    .limit(wanted.limit)
    .offset(wanted.offset);
  const shown = rows.map(({ row }) => row.id);
  const slips = await ctx.db
    .select()
    .from(needSlips)
    .where(inArray(needSlips.needId, shown))
    .orderBy(needSlips.movedAt);
  const inProgrammes = await bundles(ctx, inArray(programmeNeeds.needId, shown));
  const calls = await ctx.db
    .select({ of: challenges.needId, id: challenges.id })
    .from(challenges)
    .where(and(inArray(challenges.needId, shown), publicChallenge))
    .orderBy(challenges.id);
  return {
    items: rows.map(({ row, buyer }) => ({
      ...row,
      buyer,
      publishedAt: moment(row.publishedAt),
      slips: slips
        .filter(({ needId }) => needId === row.id)
        .map((slip) => ({ ...slip, movedAt: slip.movedAt.toISOString() })),
      programmes: inProgrammes
        .filter(({ needId }) => needId === row.id)
        .map(({ programmeId }) => programmeId),
      challenges: idsOf(calls, row.id),
      isDemonstration: buyer.isDemonstration,
    })),
    total: await total(ctx, needs, where),
  };
}

export async function programmeItems(ctx: Context, wanted: Wanted) {
  const where = and(publicProgramme, wanted.id ? eq(programmes.id, wanted.id) : undefined);
  const rows = await ctx.db
    .select({ row: programmes, lead: organisations })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.leadId))
    .where(where)
    .orderBy(programmes.id)
    .limit(wanted.limit)
    .offset(wanted.offset);
  const shown = rows.map(({ row }) => row.id);
  const bundled = await bundles(ctx, inArray(programmeNeeds.programmeId, shown));
  const interventionLinks = await ctx.db
    .select({ of: programmeInterventions.programmeId, id: programmeInterventions.interventionId })
    .from(programmeInterventions)
    .where(inArray(programmeInterventions.programmeId, shown))
    .orderBy(programmeInterventions.interventionId);
  const calls = await ctx.db
    .select({ of: challenges.programmeId, id: challenges.id })
    .from(challenges)
    .where(and(inArray(challenges.programmeId, shown), publicChallenge))
    .orderBy(challenges.id);
  return {
    items: rows.map(({ row, lead }) => {
      const own = bundled.filter(({ programmeId }) => programmeId === row.id);
      return {
        ...row,
        lead,
        publishedAt: moment(row.publishedAt),
        valueMinCents: own.reduce((sum, { valueMinCents }) => sum + (valueMinCents ?? 0), 0),
        valueMaxCents: own.reduce((sum, { valueMaxCents }) => sum + (valueMaxCents ?? 0), 0),
        needs: own.map(({ needId }) => needId),
        interventions: idsOf(interventionLinks, row.id),
        challenges: idsOf(calls, row.id),
        isDemonstration: lead.isDemonstration,
      };
    }),
    total: await total(ctx, programmes, where),
  };
}

export async function challengeItems(ctx: Context, wanted: Wanted) {
  const where = and(publicChallenge, wanted.id ? eq(challenges.id, wanted.id) : undefined);
  const rows = await ctx.db
    .select({ row: challenges, client: organisations, need: needs.id, programme: programmes.id })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.clientId))
    .leftJoin(needs, and(eq(needs.id, challenges.needId), publicNeed))
    .leftJoin(programmes, and(eq(programmes.id, challenges.programmeId), publicProgramme))
    .where(where)
    .orderBy(challenges.deadline, challenges.id)
    .limit(wanted.limit)
    .offset(wanted.offset);
  const shown = rows.map(({ row }) => row.id);
  const decided = await ctx.db
    .select({ of: decisions.challengeId, id: decisions.id })
    .from(decisions)
    .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
    .where(inArray(decisions.challengeId, shown))
    .orderBy(decisions.number);
  return {
    items: rows.map(({ row, client, need, programme }) => ({
      ...row,
      client,
      need,
      programme,
      deadline: moment(row.deadline),
      decisions: idsOf(decided, row.id),
      isDemonstration: client.isDemonstration,
    })),
    total: await total(ctx, challenges, where),
  };
}

export async function decisionItems(ctx: Context, wanted: Wanted) {
  const beneficiaries = alias(organisations, "beneficiaries");
  const published = sql`exists (select 1 from ${decisionPublications} where ${decisionPublications.decisionId} = ${decisions.id})`;
  const where = and(published, wanted.id ? eq(decisions.id, wanted.id) : undefined);
  const rows = await ctx.db
    .select({
      row: decisions,
      organisation: organisations,
      beneficiary: beneficiaries,
      fund: { id: funds.id, name: funds.name },
      challenge: challenges.id,
      intervention: applications.interventionId,
      publishedAt: decisionPublications.publishedAt,
    })
    .from(decisions)
    .innerJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
    .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
    .leftJoin(beneficiaries, eq(beneficiaries.id, decisions.beneficiaryId))
    .leftJoin(funds, eq(funds.id, decisions.fundId))
    .leftJoin(applications, eq(applications.id, decisions.applicationId))
    .leftJoin(
      challenges,
      and(
        eq(challenges.id, sql`coalesce(${decisions.challengeId}, ${applications.challengeId})`),
        publicChallenge,
      ),
    )
    .where(where)
    .orderBy(decisions.number)
    .limit(wanted.limit)
    .offset(wanted.offset);
  return {
    items: rows.map(({ row, publishedAt, ...links }) => ({
      ...row,
      ...links,
      decidedBy: row.decidedBy.length,
      corrects: row.correctsId,
      decidedAt: row.decidedAt.toISOString(),
      publishedAt: publishedAt.toISOString(),
      isDemonstration: links.organisation.isDemonstration,
    })),
    total: await total(ctx, decisions, where),
  };
}

/** Consented needs of public programmes, both of which a visitor may see. */
function bundles(ctx: Context, which: SQL) {
  return ctx.db
    .select({
      programmeId: programmes.id,
      needId: needs.id,
      valueMinCents: needs.valueMinCents,
      valueMaxCents: needs.valueMaxCents,
    })
    .from(programmeNeeds)
    .innerJoin(programmes, eq(programmes.id, programmeNeeds.programmeId))
    .innerJoin(needs, eq(needs.id, programmeNeeds.needId))
    .where(
      and(
        which,
        inArray(programmeNeeds.status, ["consented", "fixed"]),
        ne(needs.status, "withdrawn"),
        publicProgramme,
        publicNeed,
      ),
    )
    .orderBy(needs.windowStart, needs.id);
}

const publicNeed = needsVisibleTo(visitor);
const publicProgramme = programmesVisibleTo(visitor);
const publicChallenge = challengesVisibleTo(visitor);

async function total(
  ctx: Context,
  table: typeof interventions | typeof needs | typeof programmes | typeof challenges | typeof decisions,
  where: SQL | undefined,
): Promise<number> {
  const [row] = await ctx.db.select({ total: count() }).from(table).where(where);
  return row!.total;
}

const idsOf = (links: { of: string | null; id: string }[], of: string) =>
  links.filter((link) => link.of === of).map(({ id }) => id);

const moment = (at: Date | null) => at?.toISOString() ?? null;
