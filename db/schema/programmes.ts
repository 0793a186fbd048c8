import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, createdAt, id, moment, oneOf, someOf, tsvector, version, word, words } from "../columns";
import {
  CONSENT_STATES,
  type ConsentState,
  ELEMENTS,
  type ElementSlug,
  LANGUAGES,
  type Language,
  PLEDGE_KINDS,
  PLEDGE_STATES,
  type PledgeKind,
  type PledgeState,
  PROGRAMME_STATES,
  type ProgrammeState,
  REGROUPING_KINDS,
  type RegroupingKind,
} from "../enums";
import { persons } from "./accounts";
import { interventions } from "./interventions";
import { needs } from "./needs";
import { organisations } from "./organisations";

export const programmes = pgTable(
  "programmes",
  {
    id: id(),
    title: text().notNull(),
    description: text().notNull().default(""),
    language: word<Language>().notNull(),
    /** Mission theme, and the region's example programme theme if it follows one. */
    theme: text(),
    programmeTheme: text(),
    leadId: uuid()
      .notNull()
      .references(() => organisations.id),
    ecosystems: text().array().notNull().default([]),
    elements: words<ElementSlug>().notNull().default([]),
    status: word<ProgrammeState>().notNull().default("draft"),
    closeReason: text(),
    publishedAt: moment(),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    search: tsvector().generatedAlwaysAs(
      sql`setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('dutch', description), 'B') || setweight(to_tsvector('english', description), 'B')`,
    ),
  },
  (t) => [
    oneOf("programmes_language", t.language, LANGUAGES),
    oneOf("programmes_status", t.status, PROGRAMME_STATES),
    someOf("programmes_elements", t.elements, ELEMENTS),
    // What was never published stays unseen, also when it closes.
    check("programmes_published", sql`${t.status} <> 'published' or ${t.publishedAt} is not null`),
    check("programmes_closed_with_reason", sql`${t.status} <> 'closed' or ${t.closeReason} is not null`),
    index("programmes_search").using("gin", t.search),
    index().on(t.leadId),
  ],
);

/** A need in a programme: the buyer's consent, per need. */
export const programmeNeeds = pgTable(
  "programme_needs",
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    needId: uuid()
      .notNull()
      .references(() => needs.id, { onDelete: "cascade" }),
    status: word<ConsentState>().notNull().default("proposed"),
    reason: text(),
    proposedBy: uuid()
      .notNull()
      .references(() => persons.id),
    proposedAt: createdAt(),
    /** The last day on which the buyer can answer. */
    answerBy: date().notNull().default(sql`current_date + 28`),
    remindedAt: moment(),
    decidedBy: uuid().references(() => persons.id),
    decidedAt: moment(),
    /** The buyer said that it may be fixed here, whatever other programme it is in. */
    fixAllowed: boolean().notNull().default(false),
    /** The window that the lead asks for within the buyer's slack, and why, until the buyer answers. */
    askedStart: date(),
    askedEnd: date(),
    askedReason: text(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.programmeId, t.needId] }),
    uniqueIndex("programme_needs_fixed_once")
      .on(t.needId)
      .where(sql`${t.status} = 'fixed' and not ${t.fixAllowed}`),
    oneOf("programme_needs_status", t.status, CONSENT_STATES),
    check(
      "programme_needs_reasoned",
      sql`${t.status} not in ('refused', 'withdrawn', 'released') or ${t.reason} is not null`,
    ),
    check(
      "programme_needs_asked_window",
      sql`(${t.askedStart} is null) = (${t.askedEnd} is null) and (${t.askedStart} is null) = (${t.askedReason} is null) and ${t.askedEnd} >= ${t.askedStart}`,
    ),
    index().on(t.needId),
  ],
);

/** A need that went along, and how its buyer had answered where it was. */
export type Regrouped = {
  needId: string;
  was: ConsentState;
  /** Whether it was asked anew where it went; not where it had been asked before. */
  isAsked: boolean;
};

/** A split or merge: what went from one programme to the other, so that it can be undone. */
export const programmeRegroupings = pgTable(
  "programme_regroupings",
  {
    id: id(),
    kind: word<RegroupingKind>().notNull(),
    fromId: uuid()
      .notNull()
      .references(() => programmes.id),
    toId: uuid()
      .notNull()
      .references(() => programmes.id),
    reason: text().notNull(),
    /** The state that a merged programme had. */
    fromStatus: word<ProgrammeState>().notNull(),
    needs: jsonb().$type<Regrouped[]>().notNull(),
    pledgeIds: uuid().array().notNull().default([]),
    interventionIds: uuid().array().notNull().default([]),
    madeBy: uuid()
      .notNull()
      .references(() => persons.id),
    madeAt: createdAt(),
    undoneBy: uuid().references(() => persons.id),
    undoneAt: moment(),
  },
  (t) => [
    oneOf("programme_regroupings_kind", t.kind, REGROUPING_KINDS),
    check("programme_regroupings_two", sql`${t.fromId} <> ${t.toId}`),
    check("programme_regroupings_undone", sql`(${t.undoneAt} is null) = (${t.undoneBy} is null)`),
    uniqueIndex("programme_regroupings_merged_once")
      .on(t.fromId)
      .where(sql`${t.kind} = 'merge' and ${t.undoneAt} is null`),
    index().on(t.fromId),
    index().on(t.toId),
  ],
);

export const programmeInterventions = pgTable(
  "programme_interventions",
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    interventionId: uuid()
      .notNull()
      .references(() => interventions.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.interventionId] }), index().on(t.interventionId)],
);

export const pledges = pgTable(
  "pledges",
  {
    id: id(),
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: word<PledgeKind>().notNull(),
    title: text().notNull(),
    description: text().notNull().default(""),
    language: word<Language>().notNull(),
    /** Capital in cents; otherwise a quantity with its unit (places, hours, projects). */
    amountCents: cents(),
    quantity: integer(),
    unit: text(),
    /** The skills it trains or the questions it answers, as the needs name them. */
    topics: text().array().notNull().default([]),
    yearFrom: integer().notNull(),
    yearTo: integer().notNull(),
    status: word<PledgeState>().notNull().default("offered"),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("pledges_kind", t.kind, PLEDGE_KINDS),
    oneOf("pledges_status", t.status, PLEDGE_STATES),
    check("pledges_years", sql`${t.yearTo} >= ${t.yearFrom}`),
    check("pledges_amount", sql`${t.amountCents} >= 0 and ${t.quantity} >= 0`),
    check("pledges_capital_has_amount", sql`${t.kind} <> 'capital' or ${t.amountCents} is not null`),
    index().on(t.programmeId),
    index().on(t.organisationId),
  ],
);
