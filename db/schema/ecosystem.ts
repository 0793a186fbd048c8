import { sql } from "drizzle-orm";
import { boolean, check, date, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, oneOf, version, word } from "../columns";
import {
  ELEMENTS,
  type ElementSlug,
  RATING_BASES,
  RATINGS,
  type Rating,
  type RatingBasis,
  ROUND_STATES,
  type RoundState,
} from "../enums";
import { persons } from "./accounts";
import { organisations } from "./organisations";

/** One dated round of diagnosis. The region pack's own ratings are the first. */
export const diagnosisRounds = pgTable(
  "diagnosis_rounds",
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    heldOn: date().notNull(),
    status: word<RoundState>().notNull().default("draft"),
    /** True for the round that carries over the region pack's source document. */
    fromSource: boolean().notNull().default(false),
    organisationId: uuid().references(() => organisations.id),
    createdBy: uuid().references(() => persons.id),
    publishedAt: moment(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("diagnosis_rounds_status", t.status, ROUND_STATES),
    check("diagnosis_rounds_published", sql`(${t.status} = 'published') = (${t.publishedAt} is not null)`),
  ],
);

/** The ground of a rating, per language where the source has both, and what was measured. */
export type Ground = { nl?: string; en?: string };
export type Measurement = { formula: string; inputs: { name: string; value: number; unit: string }[] };

export const ratings = pgTable(
  "ratings",
  {
    roundId: uuid()
      .notNull()
      .references(() => diagnosisRounds.id, { onDelete: "cascade" }),
    ecosystem: text().notNull(),
    element: word<ElementSlug>().notNull(),
    rating: word<Rating>().notNull(),
    basis: word<RatingBasis>().notNull(),
    ground: jsonb().$type<Ground>().notNull(),
    evidence: text(),
    measurement: jsonb().$type<Measurement>(),
    source: jsonb().$type<Record<string, string>>(),
    judgedBy: uuid().references(() => persons.id),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.ecosystem, t.element] }),
    oneOf("ratings_element", t.element, ELEMENTS),
    oneOf("ratings_rating", t.rating, RATINGS),
    oneOf("ratings_basis", t.basis, RATING_BASES),
    index().on(t.ecosystem, t.element),
  ],
);
