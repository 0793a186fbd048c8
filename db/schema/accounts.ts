import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { citext, createdAt, id, moment, oneOf, word } from "../columns";
import { LANGUAGES, type Language } from "../enums";

export const persons = pgTable(
  "persons",
  {
    id: id(),
    /** Null after erasure. */
    email: citext().unique(),
    name: text().notNull(),
    language: word<Language>().notNull().default("nl"),
    /** Whether others see which page is open, and this person sees it of them. */
    showsPresence: boolean().notNull().default(true),
    isAdministrator: boolean().notNull().default(false),
    /** Slug of the demonstration persona, if this is one. */
    persona: text().unique(),
    emailVerifiedAt: moment(),
    erasedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("persons_language", t.language, LANGUAGES),
    check("persons_erased_without_email", sql`${t.erasedAt} is null or ${t.email} is null`),
    check("persons_name_length", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

/** An identity at an OIDC provider. */
export const identities = pgTable(
  "identities",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index().on(t.personId)],
);

/** Tokens of sign-in links; only their hashes, as next-auth stores them. */
export const signInTokens = pgTable(
  "sign_in_tokens",
  { identifier: citext().notNull(), token: text().notNull(), expiresAt: moment().notNull() },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** The organisation this session acts for; its membership is checked at each request. */
    organisationId: uuid(),
    userAgent: text(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [index().on(t.personId)],
);
