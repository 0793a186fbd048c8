import { and, asc, eq } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { pledges, programmeInterventions, programmeNeeds, programmes } from "@/db/schema/programmes";
import { actingFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import { abilitiesOf } from "../../core/policy";
import { needsVisibleTo } from "../../needs/visible";
import { demandByYear, skillDemand } from "../demand";
import { consentAt, missingForPublication, pledgeLifecycle, programmeLifecycle } from "../lifecycle";
import { pledgePolicy, programmePolicy } from "../policy";
import { summaryOf } from "../summary";
import { programmesVisibleTo } from "../visible";
import { askedOf, consentAbilities, isAgreed } from "./consent";
import { organisation } from "./organisation";

/** A programme with its needs and their consent, its pledges, its interventions, and what may be done. */
export async function getProgramme(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ programme: programmes, lead: organisation })
        .from(programmes)
        .innerJoin(organisations, eq(organisations.id, programmes.leadId))
        .where(and(eq(programmes.id, id), programmesVisibleTo(ctx.actor)))
    )[0],
  );
  const { search: _, ...programme } = row.programme;
  const own = actingFor(ctx.actor)?.id ?? null;
  const isLead = own === programme.leadId;
  const [links, offered, working] = await Promise.all([
    ctx.db
      .select({ link: programmeNeeds, need: needs, buyer: organisation })
      .from(programmeNeeds)
      .innerJoin(needs, eq(needs.id, programmeNeeds.needId))
      .innerJoin(organisations, eq(organisations.id, needs.buyerId))
      .where(and(eq(programmeNeeds.programmeId, id), needsVisibleTo(ctx.actor)))
      .orderBy(asc(needs.windowStart), asc(needs.id)),
    ctx.db
      .select({ pledge: pledges, organisation })
      .from(pledges)
      .innerJoin(organisations, eq(organisations.id, pledges.organisationId))
      .where(and(eq(pledges.programmeId, id), eq(pledges.status, "offered")))
      .orderBy(asc(pledges.yearFrom), asc(pledges.id)),
    ctx.db
      .select({
        id: interventions.id,
        title: interventions.title,
        language: interventions.language,
        element: interventions.element,
        ecosystem: interventions.ecosystem,
        status: interventions.status,
      })
      .from(programmeInterventions)
      .innerJoin(interventions, eq(interventions.id, programmeInterventions.interventionId))
      .where(eq(programmeInterventions.programmeId, id)),
  ]);
  // What was asked and not agreed is between the lead and that buyer.
  const shown = links.filter(({ link, need }) => isAgreed(link.status) || isLead || need.buyerId === own);
  const agreed = shown
    .filter(({ link, need }) => isAgreed(link.status) && need.status !== "withdrawn")
    .map(({ need }) => need);
  const pledged = offered.map(({ pledge }) => pledge);
  return {
    ...programme,
    lead: row.lead,
    isLead,
    needs: shown.map(({ link, need: { search: _s, contact: _c, ...need }, buyer }) => ({
      ...need,
      buyer,
      consent: {
        status: consentAt(link, ctx.now),
        reason: link.reason,
        version: link.version,
        proposedAt: link.proposedAt,
        answerBy: link.answerBy,
        remindedAt: link.remindedAt,
        fixAllowed: link.fixAllowed,
        asked: isLead || need.buyerId === own ? askedOf(link) : null,
        decidedAt: link.decidedAt,
        abilities: consentAbilities(ctx, programme.status, {
          ...link,
          status: consentAt(link, ctx.now),
          leadId: programme.leadId,
          buyerId: need.buyerId,
        }),
      },
    })),
    summary: summaryOf(agreed),
    years: demandByYear(agreed, pledged),
    skills: skillDemand(agreed, pledged),
    pledges: offered.map(({ pledge, organisation: by }) => ({
      ...pledge,
      organisation: by,
      abilities: abilitiesOf(pledgePolicy, pledgeLifecycle, ctx.actor, pledge),
    })),
    interventions: working,
    missing: isLead ? missingForPublication(programme) : [],
    abilities: abilitiesOf(programmePolicy, programmeLifecycle, ctx.actor, programme),
  };
}

export type Programme = Awaited<ReturnType<typeof getProgramme>>;
