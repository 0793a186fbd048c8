import { z } from "zod";
import type { Context } from "../core/context";
import { region } from "../regions/region";
import { clustersOf, elementsOf, instrumentsOf, recommendationsOf, sectorsOf } from "./pack";
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
    name: "sectors",
    description: "The sectors of the regional economy, with their key figures",
    item: schemas.sector,
    key: "slug",
    read: fromList(() => sectorsOf(region())),
  },
  {
    name: "clusters",
    description: "The clusters of the region and the phase of their life",
    item: schemas.cluster,
    key: "slug",
    read: fromList(() => clustersOf(region())),
  },
  {
    name: "elements",
    description: "The ten elements of an entrepreneurial ecosystem and what measures each",
    item: schemas.elementItem,
    key: "slug",
    read: fromList(() => elementsOf(region())),
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
    read: fromList(() => instrumentsOf(region())),
  },
  {
    name: "recommendations",
    description: "Which instruments the source document recommends for a weak element",
    item: schemas.recommendation,
    key: null,
    read: fromList(() => recommendationsOf(region())),
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

function fromList<Item extends Record<string, unknown>>(
  all: (ctx: Context) => Item[] | Promise<Item[]>,
): Resource["read"] {
  return async (ctx, { limit, offset, id }) => {
    const items = (await all(ctx)).filter((item) => id === undefined || item.slug === id);
    return { items: items.slice(offset, offset + limit), total: items.length };
  };
}
