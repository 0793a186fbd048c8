import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { ELEMENTS, type ElementSlug } from "@/db/enums";
import { diagnosisRounds, ratings } from "@/db/schema/ecosystem";
import { interventions } from "@/db/schema/interventions";
import { organisations } from "@/db/schema/organisations";
import { type Actor, actingFor } from "../core/actor";
import type { Context } from "../core/context";
import { found, notFound } from "../core/errors";
import { abilitiesOf } from "../core/policy";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { differencesBetween, weakestElement } from "./findings";
import type { CellInput, HeatmapInput } from "./input";
import { missingForPublication, roundLifecycle } from "./lifecycle";
import { roundPolicy } from "./policy";

/** The twin of the policy's `read`. */
export function roundsVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  const published = eq(diagnosisRounds.status, "published");
  return own ? or(published, eq(diagnosisRounds.organisationId, own.id))! : published;
}

/** The organisation that keeps a round; none for the round of the region's source. */
const keeper = { name: organisations.name, isDemonstration: organisations.isDemonstration };
const ofKeeper = eq(organisations.id, diagnosisRounds.organisationId);

const newestFirst = [desc(diagnosisRounds.heldOn), desc(diagnosisRounds.publishedAt)];

export async function newestRound(ctx: Context) {
  const [round] = await ctx.db
    .select()
    .from(diagnosisRounds)
    .where(eq(diagnosisRounds.status, "published"))
    .orderBy(...newestFirst)
    .limit(1);
  return round ?? null;
}

/** Ten elements by ecosystem of the newest round, with the interventions at work and what they cost. */
export async function getHeatmap(ctx: Context, filter: HeatmapInput) {
  const round = await newestRound(ctx);
  const ecosystems = listEcosystems().filter(
    ({ slug, kind }) =>
      (!filter.kind || kind === filter.kind) && (!filter.ecosystem || slug === filter.ecosystem),
  );
  const elements = region().elements.filter(({ slug }) => !filter.element || slug === filter.element);
  const [rated, working] = await Promise.all([
    round ? ctx.db.select().from(ratings).where(eq(ratings.roundId, round.id)) : [],
    interventionsPerCell(ctx),
  ]);
  const cells = ecosystems.flatMap((ecosystem) =>
    elements.map(({ slug: element, ratedPerSector }) => {
      const row = rated.find((one) => one.ecosystem === ecosystem.slug && one.element === element);
      const work = working.find((one) => one.ecosystem === ecosystem.slug && one.element === element);
      return {
        ecosystem: ecosystem.slug,
        element: element as ElementSlug,
        rating: row?.rating ?? ("not-assessed" as const),
        basis: row?.basis ?? null,
        canBeRated: ecosystem.kind === "cluster" || ratedPerSector,
        interventions: work?.count ?? 0,
        budgetCents: work?.budgetCents ?? 0,
      };
    }),
  );
  return {
    round: round && titled(round),
    ecosystems,
    elements: elements.map(({ slug, name, definition }) => ({ slug: slug as ElementSlug, name, definition })),
    cells,
    finding: weakestElement(cells),
    weak: cells.filter(({ rating }) => rating === "weak").length,
    uncovered: cells.filter(({ rating, interventions }) => rating === "weak" && interventions === 0),
  };
}

/** One cell: its rating through the rounds, what the source advises, and what works on it. */
export async function getCell(ctx: Context, { ecosystem: slug, element: elementSlug }: CellInput) {
  const pack = region();
  const ecosystem = listEcosystems().find((one) => one.slug === slug);
  const element = pack.elements.find((one) => one.slug === elementSlug);
  if (!ecosystem || !element) throw notFound();
  const [history, working] = await Promise.all([
    ctx.db
      .select({ rating: ratings, round: diagnosisRounds, keeper })
      .from(ratings)
      .innerJoin(diagnosisRounds, eq(diagnosisRounds.id, ratings.roundId))
      .leftJoin(organisations, ofKeeper)
      .where(
        and(
          eq(ratings.ecosystem, slug),
          eq(ratings.element, elementSlug),
          eq(diagnosisRounds.status, "published"),
        ),
      )
      .orderBy(...newestFirst),
    ctx.db
      .select()
      .from(interventions)
      .where(and(eq(interventions.ecosystem, slug), eq(interventions.element, elementSlug)))
      .orderBy(asc(interventions.startsOn)),
  ]);
  const advice = pack.recommendations.filter((one) => one.ecosystem === slug && one.element === elementSlug);
  const advised = new Set(advice.flatMap(({ instruments }) => instruments));
  const fitting = pack.instruments.filter(
    ({ slug: instrument, elements, phases }) =>
      !advised.has(instrument) &&
      elements.includes(elementSlug) &&
      (phases.length === 0 || !ecosystem.phase || phases.includes(ecosystem.phase)),
  );
  const newest = await newestRound(ctx);
  const current = history.find(({ round }) => round.id === newest?.id) ?? null;
  return {
    ecosystem,
    element,
    current: current?.rating ?? null,
    keeper: current?.keeper ?? null,
    round: newest && titled(newest),
    canBeRated: ecosystem.kind === "cluster" || element.ratedPerSector,
    history: history.map(({ rating, round }) => ({
      round: titled(round),
      rating: rating.rating,
      basis: rating.basis,
    })),
    advice,
    advisedInstruments: pack.instruments.filter(({ slug: one }) => advised.has(one)),
    fitting,
    interventions: working,
    mayPlan: roundPolicy.rules.create.allows(ctx.actor, { status: "draft", organisationId: null }),
  };
}

export async function listRounds(ctx: Context) {
  const rounds = await ctx.db
    .select({
      round: diagnosisRounds,
      keeper,
      rated: sql<number>`(select count(*)::int from ratings r where r.round_id = ${diagnosisRounds.id} and r.rating <> 'not-assessed')`,
    })
    .from(diagnosisRounds)
    .leftJoin(organisations, ofKeeper)
    .where(roundsVisibleTo(ctx.actor))
    .orderBy(...newestFirst);
  return {
    rounds: rounds.map(({ round, keeper, rated }) => ({ ...titled(round), keeper, rated })),
    mayCreate: roundPolicy.rules.create.allows(ctx.actor, { status: "draft", organisationId: null }),
  };
}

/** A round with its ratings, what it changed against the published round before it, and what may be done with it. */
export async function getRound(ctx: Context, { id }: { id: string }) {
  const { round, keeper: keptBy } = found(
    (
      await ctx.db
        .select({ round: diagnosisRounds, keeper })
        .from(diagnosisRounds)
        .leftJoin(organisations, ofKeeper)
        .where(and(eq(diagnosisRounds.id, id), roundsVisibleTo(ctx.actor)))
    )[0],
  );
  const [before] = await ctx.db
    .select()
    .from(diagnosisRounds)
    .where(
      and(
        eq(diagnosisRounds.status, "published"),
        sql`(${diagnosisRounds.heldOn}, ${diagnosisRounds.id}) < (${round.heldOn}::date, ${round.id}::uuid)`,
      ),
    )
    .orderBy(...newestFirst)
    .limit(1);
  const rows = await ctx.db
    .select()
    .from(ratings)
    .where(inArray(ratings.roundId, [round.id, ...(before ? [before.id] : [])]));
  const own = rows.filter(({ roundId }) => roundId === round.id);
  const order = (element: string) => ELEMENTS.indexOf(element as ElementSlug);
  const rated = own.filter(({ rating }) => rating !== "not-assessed").length;
  return {
    round: titled(round),
    keeper: keptBy,
    before: before ? titled(before) : null,
    missing: missingForPublication({ rated }),
    ecosystems: listEcosystems(),
    elements: region().elements.map(({ slug, name, ratedPerSector }) => ({
      slug: slug as ElementSlug,
      name,
      ratedPerSector,
    })),
    ratings: own.sort(
      (a, b) => a.ecosystem.localeCompare(b.ecosystem) || order(a.element) - order(b.element),
    ),
    differences: before
      ? differencesBetween(
          rows.filter(({ roundId }) => roundId === before.id),
          own,
        )
      : [],
    abilities: abilitiesOf(roundPolicy, roundLifecycle, ctx.actor, round),
  };
}

type Round = typeof diagnosisRounds.$inferSelect;

/** The round that carries the source over is called as the source is, in the reader's language. */
function titled<R extends Round>(round: R) {
  const { nl, en } = region().region.sourceDocument.title;
  return { ...round, title: round.fromSource ? { nl, en } : { nl: round.title, en: round.title } };
}

function interventionsPerCell(ctx: Context) {
  return ctx.db
    .select({
      ecosystem: interventions.ecosystem,
      element: interventions.element,
      count: sql<number>`count(*)::int`,
      budgetCents: sql<number>`sum(${interventions.budgetCents})::float8`,
    })
    .from(interventions)
    .where(sql`${interventions.status} in ('planned', 'running')`)
    .groupBy(interventions.ecosystem, interventions.element);
}
