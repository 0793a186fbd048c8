import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { cents, createdAt, id, moment, oneOf, someOf, version, word, words } from "../columns";
import {
  CHALLENGE_PROCEDURES,
  CHALLENGE_STATES,
  type ChallengeProcedure,
  type ChallengeState,
  CONFLICT_STATES,
  type ConflictState,
  ELEMENTS,
  type ElementSlug,
  LANGUAGES,
  type Language,
} from "../enums";
import { persons } from "./accounts";
import { needs } from "./needs";
import { organisations } from "./organisations";
import { programmes } from "./programmes";

export type MissionAnswer = { how: string; forWhom: string; measuredBy: string };
/** Safe, better, just: how, for whom, measured by what. */
export type MissionTest = { safe: MissionAnswer; better: MissionAnswer; just: MissionAnswer };
export type Criterion = { key: string; name: string; weight: number };

export const challenges = pgTable(
  "challenges",
  {
    id: id(),
    title: text().notNull(),
    description: text().notNull().default(""),
    language: word<Language>().notNull(),
    /** The organisation that will decide and, if all goes well, be launching customer. */
    clientId: uuid()
      .notNull()
      .references(() => organisations.id),
    needId: uuid().references(() => needs.id),
    programmeId: uuid().references(() => programmes.id),
    theme: text(),
    ecosystem: text(),
    elements: words<ElementSlug>().notNull().default([]),
    missionTest: jsonb().$type<Partial<MissionTest>>().notNull().default({}),
    parties: text().array().notNull().default([]),
    procedure: word<ChallengeProcedure>().notNull().default("open-call"),
    criteria: jsonb().$type<Criterion[]>().notNull().default([]),
    budgetCents: cents(),
    contact: text().notNull().default(""),
    deadline: moment(),
    status: word<ChallengeState>().notNull().default("draft"),
    /** Reasons of the second person who assessed the mission test, or of a cancellation. */
    assessment: text(),
    assessedBy: uuid().references(() => persons.id),
    proposedBy: uuid()
      .notNull()
      .references(() => persons.id),
    openedAt: moment(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    oneOf("challenges_language", t.language, LANGUAGES),
    oneOf("challenges_procedure", t.procedure, CHALLENGE_PROCEDURES),
    oneOf("challenges_status", t.status, CHALLENGE_STATES),
    someOf("challenges_elements", t.elements, ELEMENTS),
    check("challenges_second_person", sql`${t.assessedBy} is null or ${t.assessedBy} <> ${t.proposedBy}`),
    check(
      "challenges_open_with_deadline",
      sql`${t.status} not in ('open', 'under-review', 'decided') or ${t.deadline} is not null`,
    ),
    check("challenges_budget", sql`${t.budgetCents} >= 0`),
    index().on(t.status, t.deadline),
    index().on(t.needId),
    index().on(t.programmeId),
  ],
);

/** Who reviews a challenge, and what they declared about conflicts of interest before names were shown. */
export const challengeReviewers = pgTable(
  "challenge_reviewers",
  {
    challengeId: uuid()
      .notNull()
      .references(() => challenges.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    conflict: word<ConflictState>().notNull().default("undeclared"),
    conflictNote: text(),
    declaredAt: moment(),
    assignedBy: uuid()
      .notNull()
      .references(() => persons.id),
    assignedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.personId] }),
    oneOf("challenge_reviewers_conflict", t.conflict, CONFLICT_STATES),
    index().on(t.personId),
  ],
);
