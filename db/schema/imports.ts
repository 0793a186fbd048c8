import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, oneOf, version, word } from "../columns";
import {
  IMPORT_FORMATS,
  IMPORT_OUTCOMES,
  IMPORT_STATES,
  type ImportFormat,
  type ImportOutcome,
  type ImportState,
  LANGUAGES,
  type Language,
} from "../enums";
import { persons } from "./accounts";
import { organisations } from "./organisations";

/** Which column of the file holds a field: field → the column's name in the file. */
export type Mapping = Record<string, string>;

/** What is wrong at a field of a row: a key of a sentence and its parameters. */
export type RowIssue = { field: string; key: string; params?: Record<string, string | number> };

/** A file with needs, from its upload to its undoing. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    buyerId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdBy: uuid()
      .notNull()
      .references(() => persons.id),
    fileName: text().notNull(),
    format: word<ImportFormat>().notNull(),
    /** Language of the texts where the file does not say it. */
    language: word<Language>().notNull(),
    columns: text().array().notNull(),
    mapping: jsonb().$type<Mapping>().notNull(),
    status: word<ImportState>().notNull().default("uploaded"),
    /** Publishes what is complete; the rest stays a draft. */
    publish: boolean().notNull().default(false),
    rows: integer().notNull(),
    newRows: integer().notNull().default(0),
    changedRows: integer().notNull().default(0),
    unchangedRows: integer().notNull().default(0),
    wrongRows: integer().notNull().default(0),
    likelyRows: integer().notNull().default(0),
    /** Published needs whose window moves: a slip, which asks for a reason. */
    movedRows: integer().notNull().default(0),
    keptRows: integer().notNull().default(0),
    /** Rows done of what is going on now, and when that was last said. */
    doneRows: integer().notNull().default(0),
    progressAt: moment(),
    /** Key of the sentence that says why the last step did not end well. */
    failure: text(),
    ranAt: moment(),
    undoneAt: moment(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf("imports_format", t.format, IMPORT_FORMATS),
    oneOf("imports_status", t.status, IMPORT_STATES),
    oneOf("imports_language", t.language, LANGUAGES),
    check("imports_ran", sql`${t.status} not in ('done', 'undoing', 'undone') or ${t.ranAt} is not null`),
    index().on(t.buyerId, t.createdAt),
  ],
);

/** One row of a file as it was read, and what became of it. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    /** Line of the table, 2 for the first under the head. */
    line: integer().notNull(),
    cells: text().array().notNull(),
    outcome: word<ImportOutcome>(),
    issues: jsonb().$type<RowIssue[]>().notNull().default([]),
    /** Fields that differ from the need that has this reference. */
    changed: text().array().notNull().default([]),
    /** The need that was made or changed. */
    needId: uuid(),
    /** A need of the same buyer that may be the same one. */
    likeNeedId: uuid(),
    /** The fields before the import changed them. */
    before: jsonb().$type<Record<string, unknown>>(),
    /** The need's version after the import: another one says that somebody changed it since. */
    versionAfter: integer(),
    /** Left as it was when the import was undone, as somebody had changed it. */
    kept: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    oneOf("import_rows_outcome", t.outcome, IMPORT_OUTCOMES),
    index().on(t.importId, t.outcome, t.line),
  ],
);
