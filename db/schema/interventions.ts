import { sql } from "drizzle-orm";
import { check, date, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { cents, createdAt, id, oneOf, version, word } from "../columns";
import {
  ELEMENTS,
  type ElementSlug,
  INTERVENTION_STATES,
  type InterventionState,
  LANGUAGES,
  type Language,
} from "../enums";
import { persons } from "./accounts";
import { organisations } from "./organisations";

export type Target = { indicator: string; unit: string; baseline: number; goal: number; reviewOn: string };
export type Result = { value: number; measuredOn: string; note: string };

export const interventions = pgTable(
  "interventions",
  {
    id: id(),
    title: text().notNull(),
    description: text().notNull(),
    language: word<Language>().notNull(),
    instrument: text().notNull(),
    ecosystem: text().notNull(),
    element: word<ElementSlug>().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => organisations.id),
    budgetCents: cents().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull(),
    target: jsonb().$type<Target>().notNull(),
    status: word<InterventionState>().notNull().default("planned"),
    stopReason: text(),
    result: jsonb().$type<Result>(),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("interventions_language", t.language, LANGUAGES),
    oneOf("interventions_element", t.element, ELEMENTS),
    oneOf("interventions_status", t.status, INTERVENTION_STATES),
    check("interventions_period", sql`${t.endsOn} >= ${t.startsOn}`),
    check("interventions_budget", sql`${t.budgetCents} >= 0`),
    check("interventions_stopped_with_reason", sql`${t.status} <> 'stopped' or ${t.stopReason} is not null`),
    check("interventions_completed_with_result", sql`${t.status} <> 'completed' or ${t.result} is not null`),
    index().on(t.ecosystem, t.element),
  ],
);

export const interventionPartners = pgTable(
  "intervention_partners",
  {
    interventionId: uuid()
      .notNull()
      .references(() => interventions.id, { onDelete: "cascade" }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.interventionId, t.organisationId] })],
);
