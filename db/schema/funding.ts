import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, createdAt, id, moment, oneOf, version, word } from "../columns";
import {
  APPLICATION_STATES,
  type ApplicationState,
  DECISION_KINDS,
  type DecisionKind,
  FUND_STATES,
  type FundState,
  LANGUAGES,
  type Language,
} from "../enums";
import { persons } from "./accounts";
import { challenges, type MissionTest } from "./challenges";
import { interventions } from "./interventions";
import { organisations } from "./organisations";
import { responses } from "./responses";

export const funds = pgTable(
  "funds",
  {
    id: id(),
    name: text().notNull(),
    description: text().notNull().default(""),
    language: word<Language>().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => organisations.id),
    budgetCents: cents().notNull(),
    /** Sum of what is awarded. The CHECK is what keeps any race within the budget. */
    promisedCents: cents().notNull().default(0),
    conditions: text().array().notNull().default([]),
    minimumParties: integer().notNull().default(2),
    status: word<FundState>().notNull().default("open"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("funds_language", t.language, LANGUAGES),
    oneOf("funds_status", t.status, FUND_STATES),
    check("funds_never_over_budget", sql`${t.promisedCents} between 0 and ${t.budgetCents}`),
    check("funds_cooperation", sql`${t.minimumParties} >= 2`),
  ],
);

/** Up to what amount a person may sign for a fund. */
export const fundMandates = pgTable(
  "fund_mandates",
  {
    fundId: uuid()
      .notNull()
      .references(() => funds.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    limitCents: cents().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.fundId, t.personId] }),
    check("fund_mandates_limit", sql`${t.limitCents} > 0`),
  ],
);

export const applications = pgTable(
  "applications",
  {
    id: id(),
    fundId: uuid()
      .notNull()
      .references(() => funds.id),
    applicantId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** What the money is for: a selected response or an intervention. */
    responseId: uuid().references(() => responses.id),
    challengeId: uuid().references(() => challenges.id),
    interventionId: uuid().references(() => interventions.id),
    title: text().notNull(),
    description: text().notNull().default(""),
    language: word<Language>().notNull(),
    amountCents: cents(),
    cofundingCents: cents().notNull().default(0),
    missionTest: jsonb().$type<Partial<MissionTest>>().notNull().default({}),
    parties: text().array().notNull().default([]),
    status: word<ApplicationState>().notNull().default("draft"),
    assessment: text(),
    advice: text().$type<"award" | "refuse">(),
    assessedBy: uuid().references(() => persons.id),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    submittedAt: moment(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    oneOf("applications_language", t.language, LANGUAGES),
    oneOf("applications_status", t.status, APPLICATION_STATES),
    check("applications_amounts", sql`${t.amountCents} > 0 and ${t.cofundingCents} >= 0`),
    check("applications_advice", sql`${t.advice} in ('award', 'refuse')`),
    check("applications_one_purpose", sql`num_nonnulls(${t.responseId}, ${t.interventionId}) = 1`),
    check(
      "applications_assessor_is_not_applicant",
      sql`${t.assessedBy} is null or ${t.assessedBy} <> ${t.createdBy}`,
    ),
    index().on(t.fundId, t.status),
    index().on(t.applicantId),
  ],
);

/** One approver's signature under one version of an application. */
export const signatures = pgTable(
  "signatures",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id),
    applicationVersion: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    verdict: text().$type<"award" | "refuse">().notNull(),
    reason: text().notNull().default(""),
    signedAt: createdAt(),
    voidedAt: moment(),
  },
  (t) => [
    unique("signatures_once_per_version").on(t.applicationId, t.applicationVersion, t.personId),
    check("signatures_verdict", sql`${t.verdict} in ('award', 'refuse')`),
  ],
);

/** Append-only: who decided what, when, on which version, for which reasons. A correction is a new decision. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    number: bigserial({ mode: "number" }).notNull().unique(),
    kind: word<DecisionKind>().notNull(),
    challengeId: uuid().references(() => challenges.id),
    responseId: uuid().references(() => responses.id),
    applicationId: uuid().references(() => applications.id),
    fundId: uuid().references(() => funds.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Who it concerns, if it may be named in public. */
    beneficiaryId: uuid().references(() => organisations.id),
    subjectVersion: integer().notNull(),
    title: text().notNull(),
    language: word<Language>().notNull(),
    amountCents: cents(),
    cofundingCents: cents(),
    reasons: jsonb().$type<Record<string, string>>().notNull(),
    decidedBy: uuid().array().notNull(),
    correctsId: uuid().references((): AnyPgColumn => decisions.id),
    decidedAt: createdAt(),
  },
  (t) => [
    oneOf("decisions_kind", t.kind, DECISION_KINDS),
    check("decisions_award_by_two", sql`${t.kind} = 'selection' or cardinality(${t.decidedBy}) >= 2`),
    check("decisions_subject", sql`num_nonnulls(${t.challengeId}, ${t.applicationId}) >= 1`),
    index().on(t.challengeId),
    index().on(t.applicationId),
  ],
);

/** When a decision became public. A row of its own, since decisions are never updated. */
export const decisionPublications = pgTable("decision_publications", {
  decisionId: uuid()
    .primaryKey()
    .references(() => decisions.id),
  publishedBy: uuid()
    .notNull()
    .references(() => persons.id),
  publishedAt: createdAt(),
});
