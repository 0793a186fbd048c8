import { sql } from "drizzle-orm";
import { check, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "../columns";
import { persons } from "./accounts";
import { organisations } from "./organisations";
import { programmes } from "./programmes";

/** Needs that an organisation's curator said do not belong together, or not in a programme; until that is undone. */
export const bundleDismissals = pgTable(
  "bundle_dismissals",
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The programme the needs do not fit; without one they do not fit each other. */
    programmeId: uuid().references(() => programmes.id),
    /** In ascending order. Needs are never removed. */
    needIds: uuid().array().notNull(),
    dismissedBy: uuid()
      .notNull()
      .references(() => persons.id),
    dismissedAt: createdAt(),
    undoneAt: moment(),
  },
  (t) => [
    check(
      "bundle_dismissals_needs",
      sql`cardinality(${t.needIds}) >= case when ${t.programmeId} is null then 2 else 1 end`,
    ),
    uniqueIndex("bundle_dismissals_standing")
      .on(
        t.organisationId,
        sql`coalesce(${t.programmeId}, '00000000-0000-0000-0000-000000000000')`,
        t.needIds,
      )
      .where(sql`${t.undoneAt} is null`),
    index().on(t.programmeId),
  ],
);
