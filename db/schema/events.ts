import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, word } from "../columns";
import type { AreaKind, SubjectKind } from "../enums";
import { persons } from "./accounts";

/** Before and after of the fields an act changed. No contact details, no text of sealed responses. */
export type Changes = Record<string, { from?: unknown; to?: unknown }>;

/** The one log. Written only by the database function record_event; hash-chained; never updated or deleted. */
export const events = pgTable(
  "events",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: moment().notNull(),
    actorId: uuid(),
    organisationId: uuid(),
    verb: text().notNull(),
    subjectKind: word<SubjectKind>().notNull(),
    subjectId: uuid().notNull(),
    changes: jsonb().$type<Changes>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index().on(t.subjectKind, t.subjectId, t.seq), index().on(t.actorId)],
);

/** The last link of the chain, kept apart so that cutting off the end of the log shows. */
export const eventHead = pgTable("event_head", {
  id: text().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
});

export const follows = pgTable(
  "follows",
  {
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    subjectKind: word<SubjectKind | AreaKind>().notNull(),
    /** The id of an object, the slug of an ecosystem, or `ecosystem/element` of a cell. */
    subjectId: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.subjectKind, t.subjectId] }),
    check(
      "follows_subject",
      sql`case ${t.subjectKind} when 'ecosystem' then ${t.subjectId} ~ '^[a-z0-9-]+$'
        when 'cell' then ${t.subjectId} ~ '^[a-z0-9-]+/[a-z-]+$'
        else ${t.subjectId} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' end`,
    ),
  ],
);

/** Up to which event a person has read what changed. */
export const readCursors = pgTable("read_cursors", {
  personId: uuid()
    .primaryKey()
    .references(() => persons.id, { onDelete: "cascade" }),
  seq: bigint({ mode: "number" }).notNull(),
});

/** Where in the log a person last looked: at one subject (`need:…`), or at all that happened (`all`). */
export const looks = pgTable(
  "looks",
  {
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    topic: text().notNull(),
    seq: bigint({ mode: "number" }).notNull(),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topic] })],
);

/** Counters of the rate limiter, shared by all instances. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: bigint({ mode: "number" }).notNull(),
  resetsAt: moment().notNull(),
});
