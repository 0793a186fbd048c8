import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { cents, createdAt, id, moment, oneOf, version, word } from "../columns";
import {
  LANGUAGES,
  type Language,
  RESPONSE_STATES,
  REVIEW_STATES,
  type ResponseState,
  type ReviewState,
} from "../enums";
import { persons } from "./accounts";
import { challenges } from "./challenges";
import { organisations } from "./organisations";

/** Sealed: row level security lets no one but the respondent read a row before the challenge's deadline. */
export const responses = pgTable(
  "responses",
  {
    id: id(),
    challengeId: uuid()
      .notNull()
      .references(() => challenges.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    title: text().notNull(),
    body: text().notNull().default(""),
    language: word<Language>().notNull(),
    priceCents: cents(),
    status: word<ResponseState>().notNull().default("draft"),
    submittedAt: moment(),
    /** SHA-256 of what was submitted; the respondent's receipt. */
    receiptHash: text(),
    /** The client's feedback to this respondent, per criterion, given with the selection. */
    feedback: jsonb().$type<Record<string, string>>(),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    version: version(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    unique("responses_one_per_organisation").on(t.challengeId, t.organisationId),
    oneOf("responses_language", t.language, LANGUAGES),
    oneOf("responses_status", t.status, RESPONSE_STATES),
    check("responses_price", sql`${t.priceCents} >= 0`),
    check(
      "responses_submitted_with_receipt",
      sql`${t.status} <> 'submitted' or (${t.submittedAt} is not null and ${t.receiptHash} is not null)`,
    ),
    index().on(t.organisationId),
  ],
);

/** A score of 0 to 5, or null where the criterion does not apply. */
export type Score = { criterion: string; score: number | null; reason: string };

export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    responseId: uuid()
      .notNull()
      .references(() => responses.id),
    reviewerId: uuid()
      .notNull()
      .references(() => persons.id),
    scores: jsonb().$type<Score[]>().notNull().default([]),
    comment: text().notNull().default(""),
    status: word<ReviewState>().notNull().default("draft"),
    submittedAt: moment(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("reviews_one_per_reviewer").on(t.responseId, t.reviewerId),
    oneOf("reviews_status", t.status, REVIEW_STATES),
    index().on(t.reviewerId),
  ],
);
