import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, createdAt, id, moment, oneOf, tsvector, version, word } from "../columns";
import {
  CERTAINTIES,
  type Certainty,
  LANGUAGES,
  type Language,
  NEED_STATES,
  type NeedState,
  PROCEDURES,
  type Procedure,
  VISIBILITIES,
  type Visibility,
  WINDOW_PRECISIONS,
  type WindowPrecision,
} from "../enums";
import { persons } from "./accounts";
import { organisations } from "./organisations";

export const needs = pgTable(
  "needs",
  {
    id: id(),
    buyerId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The buyer's own reference, unique within the buyer. */
    reference: text(),
    title: text().notNull(),
    description: text().notNull().default(""),
    language: word<Language>().notNull(),
    windowStart: date(),
    windowEnd: date(),
    windowPrecision: word<WindowPrecision>().notNull().default("quarter"),
    valueMinCents: cents(),
    valueMaxCents: cents(),
    certainty: word<Certainty>().notNull().default("idea"),
    cpv: text(),
    theme: text(),
    ecosystems: text().array().notNull().default([]),
    /** By how many quarters its buyer lets the window move when that helps a programme. */
    slackEarlier: integer().notNull().default(0),
    slackLater: integer().notNull().default(0),
    place: text().notNull().default(""),
    procedure: word<Procedure>().notNull().default("unknown"),
    skills: text().array().notNull().default([]),
    questions: text().array().notNull().default([]),
    visibility: word<Visibility>().notNull().default("organisation"),
    contact: text().notNull().default(""),
    status: word<NeedState>().notNull().default("draft"),
    withdrawReason: text(),
    /** What it became: the place of the tender or contract, when fulfilled. */
    becameUrl: text(),
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
    oneOf("needs_language", t.language, LANGUAGES),
    oneOf("needs_window_precision", t.windowPrecision, WINDOW_PRECISIONS),
    oneOf("needs_certainty", t.certainty, CERTAINTIES),
    oneOf("needs_procedure", t.procedure, PROCEDURES),
    oneOf("needs_visibility", t.visibility, VISIBILITIES),
    oneOf("needs_status", t.status, NEED_STATES),
    check("needs_window", sql`${t.windowEnd} >= ${t.windowStart}`),
    check("needs_slack", sql`${t.slackEarlier} between 0 and 8 and ${t.slackLater} between 0 and 8`),
    check("needs_value", sql`${t.valueMinCents} >= 0 and ${t.valueMaxCents} >= ${t.valueMinCents}`),
    check("needs_published", sql`${t.status} <> 'published' or ${t.publishedAt} is not null`),
    check("needs_withdrawn_with_reason", sql`${t.status} <> 'withdrawn' or ${t.withdrawReason} is not null`),
    check(
      "needs_published_complete",
      sql`${t.status} <> 'published' or (${t.windowStart} is not null and ${t.windowEnd} is not null and ${t.valueMinCents} is not null and ${t.valueMaxCents} is not null and (${t.theme} is not null or ${t.cpv} is not null))`,
    ),
    uniqueIndex("needs_reference_of_buyer").on(t.buyerId, t.reference),
    index("needs_search").using("gin", t.search),
    index("needs_by_window").on(t.status, t.visibility, t.windowStart, t.id),
    index("needs_by_start").on(t.windowStart, t.id),
    index().on(t.buyerId),
  ],
);

export const needInvitations = pgTable(
  "need_invitations",
  {
    needId: uuid()
      .notNull()
      .references(() => needs.id, { onDelete: "cascade" }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [primaryKey({ columns: [t.needId, t.organisationId] }), index().on(t.organisationId)],
);

/** Each move of a window after publication, with its reason. */
export const needSlips = pgTable(
  "need_slips",
  {
    id: id(),
    needId: uuid()
      .notNull()
      .references(() => needs.id, { onDelete: "cascade" }),
    fromStart: date().notNull(),
    fromEnd: date().notNull(),
    toStart: date().notNull(),
    toEnd: date().notNull(),
    reason: text().notNull(),
    movedBy: uuid()
      .notNull()
      .references(() => persons.id),
    movedAt: createdAt(),
  },
  (t) => [index().on(t.needId)],
);
