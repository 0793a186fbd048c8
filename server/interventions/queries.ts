import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { interventionPartners, interventions } from "@/db/schema/interventions";
import { organisations } from "@/db/schema/organisations";
import { actingFor, actsFor } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { abilitiesOf } from "../core/policy";
import { getCell, getHeatmap } from "../ecosystem/queries";
import { region } from "../regions/region";
import { coverageOf } from "./coverage";
import type { ListInterventions } from "./input";
import { interventionLifecycle } from "./lifecycle";
import { interventionPolicy } from "./policy";

const owner = {
  id: organisations.id,
  name: organisations.name,
  isDemonstration: organisations.isDemonstration,
};
const mayPlan = (ctx: Context) =>
  interventionPolicy.rules.plan.allows(ctx.actor, { status: "planned", ownerId: "" });

export async function listInterventions(ctx: Context, filter: ListInterventions) {
  const rows = await ctx.db
    .select({ intervention: interventions, owner })
    .from(interventions)
    .innerJoin(organisations, eq(organisations.id, interventions.ownerId))
    .where(
      and(
        filter.status && eq(interventions.status, filter.status),
        filter.ecosystem ? eq(interventions.ecosystem, filter.ecosystem) : undefined,
        filter.element && eq(interventions.element, filter.element),
      ),
    )
    .orderBy(asc(interventions.startsOn), asc(interventions.id));
  return {
    interventions: rows.map((row) => ({ ...row.intervention, owner: row.owner })),
    mayPlan: mayPlan(ctx),
  };
}

export async function getIntervention(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ intervention: interventions, owner })
        .from(interventions)
        .innerJoin(organisations, eq(organisations.id, interventions.ownerId))
        .where(eq(interventions.id, id))
    )[0],
  );
  const partners = await ctx.db
    .select(owner)
    .from(interventionPartners)
    .innerJoin(organisations, eq(organisations.id, interventionPartners.organisationId))
    .where(eq(interventionPartners.interventionId, id))
    .orderBy(asc(organisations.name), asc(organisations.id));
  const instrument = region().instruments.find(({ slug }) => slug === row.intervention.instrument) ?? null;
  return {
    ...row.intervention,
    owner: row.owner,
    partners,
    instrumentName: instrument?.name ?? null,
    /** Acts for the owner or a partner: who may ask money for it. */
    takesPart: [row.owner, ...partners].some((one) => actsFor(ctx.actor, one.id)),
    abilities: abilitiesOf(interventionPolicy, interventionLifecycle, ctx.actor, row.intervention),
  };
}

/** Organisations that could be asked to join: the verified ones, but for the one that plans. */
export function listPossiblePartners(ctx: Context) {
  const own = actingFor(ctx.actor)?.id;
  return ctx.db
    .select({ ...owner, kind: organisations.kind })
    .from(organisations)
    .where(and(isNotNull(organisations.verifiedAt), own ? ne(organisations.id, own) : undefined))
    .orderBy(asc(organisations.kind), asc(organisations.name), asc(organisations.id))
    .limit(500);
}

/** The catalogue of instruments, and whether this person may plan with it. */
export function getCatalogue(ctx: Context) {
  const { instruments, elements } = region();
  return { instruments, elements: elements.map(({ slug, name }) => ({ slug, name })), mayPlan: mayPlan(ctx) };
}

export type Catalogue = ReturnType<typeof getCatalogue>;

/** What the catalogue offers for a cell: what the source recommends first, then what fits element and phase. */
export async function getFitting(ctx: Context, cell: Parameters<typeof getCell>[1]) {
  const { advisedInstruments, fitting, ecosystem, element } = await getCell(ctx, cell);
  const advised = advisedInstruments.filter(({ elements }) => elements.includes(cell.element));
  const offered = new Set([...advised, ...fitting].map(({ slug }) => slug));
  const other = region().instruments.filter(
    ({ slug, elements }) => elements.includes(cell.element) && !offered.has(slug),
  );
  return { ecosystem, element, advised, fitting, other };
}

export async function getCoverage(ctx: Context) {
  const heatmap = await getHeatmap(ctx, {});
  return { ...heatmap, coverage: coverageOf(heatmap.cells) };
}
