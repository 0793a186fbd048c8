import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { citext, createdAt, id, moment, oneOf, someOf, version, word, words } from "../columns";
import { ORGANISATION_KINDS, type OrganisationKind, ROLES, type Role } from "../enums";
import { persons } from "./accounts";

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    kind: word<OrganisationKind>().notNull(),
    registrationNumber: text(),
    emailDomain: citext(),
    isDemonstration: boolean().notNull().default(false),
    verifiedAt: moment(),
    verifiedBy: uuid().references(() => persons.id),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("organisations_kind", t.kind, ORGANISATION_KINDS),
    check("organisations_name_length", sql`char_length(${t.name}) between 2 and 200`),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    roles: words<Role>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    index().on(t.personId),
    someOf("memberships_roles", t.roles, ROLES),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    email: citext().notNull(),
    roles: words<Role>().notNull(),
    tokenHash: text().notNull().unique(),
    invitedBy: uuid()
      .notNull()
      .references(() => persons.id),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    revokedAt: moment(),
  },
  (t) => [
    someOf("invitations_roles", t.roles, ROLES),
    uniqueIndex("invitations_one_open")
      .on(t.organisationId, t.email)
      .where(sql`accepted_at is null and revoked_at is null`),
  ],
);
