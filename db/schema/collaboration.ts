import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, oneOf, version, word } from "../columns";
import { AUDIENCES, type Audience, type SubjectKind } from "../enums";
import { persons } from "./accounts";
import { organisations } from "./organisations";

/** What people say about an object. The text is here and not in the log, so that it can be erased. */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    subjectKind: word<SubjectKind>().notNull(),
    subjectId: uuid().notNull(),
    /** The comment that it answers; null for one that begins a thread. */
    threadId: uuid().references((): AnyPgColumn => comments.id),
    authorId: uuid()
      .notNull()
      .references(() => persons.id),
    /** The organisation that the author acted for. */
    organisationId: uuid().references(() => organisations.id),
    audience: word<Audience>().notNull(),
    /** Written while few might see the object: it does not go out with the object's publication. */
    isFromBefore: boolean().notNull(),
    text: text().notNull(),
    version: version(),
    createdAt: createdAt(),
    editedAt: moment(),
    deletedAt: moment(),
    /** Of a comment that begins a thread: when, and by whom, what it asks was settled. */
    resolvedAt: moment(),
    resolvedBy: uuid().references(() => persons.id),
  },
  (t) => [
    oneOf("comments_audience", t.audience, AUDIENCES),
    check("comments_own_audience", sql`${t.audience} <> 'organisation' or ${t.organisationId} is not null`),
    check("comments_text_length", sql`char_length(${t.text}) <= 5000`),
    check("comments_deleted_without_text", sql`(${t.deletedAt} is null) = (${t.text} <> '')`),
    check("comments_only_threads_resolve", sql`${t.threadId} is null or ${t.resolvedAt} is null`),
    index().on(t.subjectKind, t.subjectId, t.createdAt),
    index().on(t.threadId),
    index().on(t.authorId),
  ],
);

/** What a comment said before it was edited. */
export const commentVersions = pgTable(
  "comment_versions",
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    text: text().notNull(),
    writtenAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.version] })],
);

/** Who a comment calls upon. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] }), index().on(t.personId)],
);

/**
 * Who has which object open, one row per open page; its process says every few seconds that it still is so. Lost with a
 * crash of the database, as the pages then connect anew.
 */
export const presences = pgTable(
  "presences",
  {
    /** Chosen by the open page, so that it can tell more of itself. */
    id: uuid().primaryKey(),
    process: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    organisationId: uuid().references(() => organisations.id),
    /** As live updates name it: `need:…`. */
    topic: text().notNull(),
    /** What the page tells of itself, such as where its cursor is. */
    payload: jsonb().$type<Record<string, unknown>>(),
    seenAt: moment().notNull(),
  },
  (t) => [index().on(t.topic), index().on(t.process), index().on(t.seenAt)],
);
