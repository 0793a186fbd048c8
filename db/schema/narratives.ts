import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, createdAt, id, moment } from "../columns";
import { persons } from "./accounts";
import { programmes } from "./programmes";

/** What a programme's writers wrote together: a Yjs document, kept as one state and the updates since. */
export const narratives = pgTable("narratives", {
  programmeId: uuid()
    .primaryKey()
    .references(() => programmes.id, { onDelete: "cascade" }),
  /** All updates up to `foldedSeq`, folded into one; null before the first folding. */
  state: bytes(),
  foldedSeq: integer().notNull().default(0),
  /** Of the last update. Given out under the lock of this row, so a reader of updates never meets a gap. */
  seq: integer().notNull().default(0),
  /** Who wrote since the last kept version. */
  writers: uuid().array().notNull().default([]),
  writtenAt: createdAt(),
  versionedAt: createdAt(),
});

export const narrativeUpdates = pgTable(
  "narrative_updates",
  {
    /** Made by the writer's browser: sent again, it is the same update. */
    id: id(),
    programmeId: uuid()
      .notNull()
      .references(() => narratives.programmeId, { onDelete: "cascade" }),
    seq: integer().notNull(),
    update: bytes().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("narrative_updates_order").on(t.programmeId, t.seq),
    check("narrative_updates_size", sql`octet_length(${t.update}) between 1 and 1048576`),
  ],
);

/** The narrative as a sitting of its writers left it. */
export const narrativeVersions = pgTable(
  "narrative_versions",
  {
    id: id(),
    programmeId: uuid()
      .notNull()
      .references(() => narratives.programmeId, { onDelete: "cascade" }),
    content: jsonb().$type<NarrativeBlock[]>().notNull(),
    writers: uuid().array().notNull(),
    writtenAt: moment().notNull(),
  },
  (t) => [index().on(t.programmeId, t.writtenAt)],
);

/** Where each open editor's caret stands. Unlogged: a crash may forget it, each writer tells it again. */
export const narrativeCarets = pgTable(
  "narrative_carets",
  {
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    clientId: bigint({ mode: "number" }).notNull(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    caret: jsonb().notNull(),
    seenAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.clientId] })],
);

/** A run of text; marks that are not listed here do not exist. */
export type NarrativeText = { text: string; bold?: true; href?: string };
export type NarrativeBlock =
  | { kind: "paragraph"; text: NarrativeText[] }
  | { kind: "heading"; level: 2 | 3; text: NarrativeText[] }
  | { kind: "list"; ordered: boolean; items: NarrativeBlock[][] };
