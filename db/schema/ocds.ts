import {
  boolean,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "../columns";

/**
 * What a visitor could read of a need, each time that changed; null from when on nothing may be read. Kept by the
 * database in the transaction of the change (`keep_publications`), never updated or deleted, and longer than the need.
 */
export const needPublications = pgTable(
  "need_publications",
  {
    needId: uuid().notNull(),
    /** From 1, without gaps within a need. */
    number: integer().notNull(),
    at: moment().notNull(),
    facts: jsonb(),
  },
  (t) => [primaryKey({ columns: [t.needId, t.number] })],
);

/** The release that was made of each publication; what has been said once is never said otherwise. */
export const ocdsReleases = pgTable(
  "ocds_releases",
  {
    needId: uuid().notNull(),
    number: integer().notNull(),
    ocid: text().notNull(),
    at: moment().notNull(),
    /** Whether the need could still be read after this release. */
    isPublic: boolean().notNull(),
    release: json().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.number] }),
    foreignKey({
      name: "ocds_releases_of_publication",
      columns: [t.needId, t.number],
      foreignColumns: [needPublications.needId, needPublications.number],
    }),
    index("ocds_releases_by_time").on(t.at, t.needId),
    index("ocds_releases_by_ocid").on(t.ocid, t.number),
  ],
);
