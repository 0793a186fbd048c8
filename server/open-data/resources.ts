import { z } from "zod";
import type { RegionPack } from "@/db/regions/schema";
import type { Context } from "../core/context";
import { region } from "../regions/region";
import * as pack from "./pack";
import {
  challengeItems,
  decisionItems,
  interventionItems,
  needItems,
  type Page,
  programmeItems,
  ratingItems,
  type Wanted,
} from "./queries";
import * as schemas from "./schemas";

export type Resource = {
  /** One word list in addresses and in the OpenAPI document. */
  name: string;
  description: string;
  item: z.ZodObject;
  /** The field that names one item in `/{resource}/{id}`; null where items have no name of their own. */
  key: "slug" | "id" | null;
  read: (ctx: Context, wanted: Wanted) => Promise<Page<Record<string, unknown>>>;
};

/** Everything that is served as open data, in the order of the chain. */
export const resources: readonly Resource[] = [
  {
    name: "regions",
    description: "The region, its mission and its totals",
    item: schemas.regionItem,
    key: "slug",
    read: fromPack(pack.regionsOf),
  },
  {
    name: "mission-themes",
    description: "The national themes that the mission serves",
    item: schemas.missionTheme,
    key: "slug",
    read: fromPack(pack.missionThemesOf),
  },
  {
    name: "profiles",
    description: "What the city wants to be known for",
    item: schemas.profile,
    key: "slug",
    read: fromPack(pack.profilesOf),
  },
  {
    name: "tactical-goals",
    description: "Goals of the city's economic policy, and what the source document says of each",
    item: schemas.tacticalGoal,
    key: "slug",
    read: fromPack(pack.tacticalGoalsOf),
  },
  {
    name: "selection-criteria",
    description: "What sectors were chosen by",
    item: schemas.selectionCriterion,
    key: "slug",
    read: fromPack(pack.selectionCriteriaOf),
  },
  {
    name: "sectors",
    description: "The sectors of the regional economy, with their key figures",
    item: schemas.sector,
    key: "slug",
    read: fromPack(pack.sectorsOf),
  },
  {
    name: "clusters",
    description: "The clusters of the region and the phase of their life",
    item: schemas.cluster,
    key: "slug",
    read: fromPack(pack.clustersOf),
  },
  {
    name: "crossovers",
    description: "Which sectors work together more, or less, than expected",
    item: schemas.crossover,
    key: "slug",
    read: fromPack(pack.crossoversOf),
  },
  {
    name: "elements",
    description: "The ten elements of an entrepreneurial ecosystem and what measures each",
    item: schemas.elementItem,
    key: "slug",
    read: fromPack(pack.elementsOf),
  },
  {
    name: "ratings",
    description: "The newest published diagnosis: every ecosystem by every element",
    item: schemas.rating,
    key: null,
    read: fromList((ctx) => ratingItems(ctx)),
  },
  {
    name: "instruments",
    description: "The catalogue of interventions by element and phase",
    item: schemas.instrument,
    key: "slug",
    read: fromPack(pack.instrumentsOf),
  },
  {
    name: "recommendations",
    description: "Which instruments the source document recommends for a weak element",
    item: schemas.recommendation,
    key: null,
    read: fromPack(pack.recommendationsOf),
  },
  {
    name: "programme-themes",
    description: "Themes that needs could be bundled by",
    item: schemas.programmeTheme,
    key: "slug",
    read: fromPack(pack.programmeThemesOf),
  },
  {
    name: "interventions",
    description: "Interventions that are planned, running, completed or stopped",
    item: schemas.intervention,
    key: "id",
    read: interventionItems,
  },
  {
    name: "needs",
    description: "What public buyers expect to procure",
    item: schemas.need,
    key: "id",
    read: needItems,
  },
  {
    name: "programmes",
    description: "Multi-year bundles of needs",
    item: schemas.programme,
    key: "id",
    read: programmeItems,
  },
  {
    name: "challenges",
    description: "Open calls for solutions, and what came of them",
    item: schemas.challenge,
    key: "id",
    read: challengeItems,
  },
  {
    name: "decisions",
    description: "Published selections, awards and refusals, with their reasons",
    item: schemas.decision,
    key: "id",
    read: decisionItems,
  },
  {
    name: "terms",
    description: "What the words mean that the rest uses",
    item: schemas.term,
    key: "slug",
    read: fromPack(pack.termsOf),
  },
];

/** The items as their schema describes them: a field that the schema does not name never leaves. */
export async function readResource(
  ctx: Context,
  resource: Resource,
  wanted: Wanted,
): Promise<Page<Record<string, unknown>>> {
  const { items, total } = await resource.read(ctx, wanted);
  return { items: items.map((item) => resource.item.parse(item)), total };
}

/** Whether the text can name an item of the resource at all. */
export const isKey = (resource: Resource, key: string): boolean =>
  resource.key === "id" ? z.uuid().safeParse(key).success : resource.key === "slug";

function fromPack<Item extends Record<string, unknown>>(of: (pack: RegionPack) => Item[]) {
  return fromList(() => of(region()));
}

function fromList<Item extends Record<string, unknown>>(
  all: (ctx: Context) => Item[] | Promise<Item[]>,
): Resource["read"] {
  return async (ctx, { limit, offset, id }) => {
    const items = (await all(ctx)).filter((item) => id === undefined || item.slug === id);
    return { items: items.slice(offset, offset + limit), total: items.length };
  };
}
