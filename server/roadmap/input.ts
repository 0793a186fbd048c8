import { z } from "zod";
import type { OrganisationKind, PledgeKind } from "@/db/enums";
import { type Actor, actingFor } from "../core/actor";
import { needFilters } from "../needs/input";

export const roadmapInput = z.strictObject({
  ...needFilters,
  page: z.int().min(1).max(10_000).default(1),
});

/** What the columns of the board are. */
export const BOARDS = ["certainty", "status"] as const;
export const boardInput = z.strictObject({ ...needFilters, by: z.enum(BOARDS).default("certainty") });
export const placesInput = z.strictObject(needFilters);

/** What the table can tell of a need, in the order it tells it; the title names the row and is always there. */
export const TABLE_COLUMNS = [
  "title",
  "buyer",
  "programme",
  "window",
  "certainty",
  "value",
  "theme",
  "ecosystems",
  "cpv",
  "place",
  "procedure",
  "likely",
  "changed",
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** What has one place in an order; several programmes or ecosystems have none. */
export const TABLE_SORTS = [
  "title",
  "buyer",
  "window",
  "certainty",
  "value",
  "theme",
  "cpv",
  "place",
  "procedure",
  "changed",
] as const satisfies readonly TableColumn[];
export type TableSort = (typeof TABLE_SORTS)[number];

/** Needs on one page of the table. */
export const TABLE_ROWS = 50;

export const tableInput = z.strictObject({
  ...needFilters,
  sort: z.enum(TABLE_SORTS).default("window"),
  descending: z.boolean().default(false),
  /** Whether to tell when each is likely to start. */
  likely: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
});

export type Board = z.infer<typeof boardInput>;
export type Places = z.infer<typeof placesInput>;
export type TableAsked = z.infer<typeof tableInput>;

/** Who looks at the same needs with a question of their own. */
export const LENSES = ["company", "educator", "researcher", "financier"] as const;
export type Lens = (typeof LENSES)[number];

const LENS_OF: Partial<Record<OrganisationKind, Lens>> = {
  company: "company",
  education: "educator",
  research: "researcher",
  financier: "financier",
};

/** The lens made for the kind of organisation that someone acts for; null for those that pledge nothing. */
export const ownLensOf = (actor: Actor): Lens | null => LENS_OF[actingFor(actor)?.kind ?? "ngo"] ?? null;

/** What is pledged through each lens. */
export const PLEDGED_THROUGH: Record<Lens, PledgeKind> = {
  company: "capacity",
  educator: "training",
  researcher: "research",
  financier: "capital",
};

export const pledgingInput = z.strictObject({
  ...needFilters,
  lens: z.enum(LENSES),
  /** The skill or the question that one wants to pledge for. */
  topic: z.string().trim().min(1).max(300).optional(),
});

export type Roadmap = z.infer<typeof roadmapInput>;
export type Pledging = z.infer<typeof pledgingInput>;
