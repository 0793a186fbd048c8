import { jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "../columns";
import { persons } from "./accounts";
import { organisations } from "./organisations";

/** A way of looking at the roadmap that a person comes back to. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The page's address, as it is shared: "/roadmap?theme=…". */
    address: text().notNull(),
    /** The same filters, as the procedures of the roadmap take them. */
    filters: jsonb().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("saved_views_name").on(t.personId, t.name)],
);

/** A calendar that is read without signing in, by who knows its address. Only a hash of that address is kept. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** The organisation that the person acted for: its eyes read. Without it, the person's own. */
    organisationId: uuid().references(() => organisations.id, { onDelete: "cascade" }),
    /** Null for what the person follows. */
    viewId: uuid().references(() => savedViews.id, { onDelete: "cascade" }),
    tokenHash: text().notNull().unique("calendar_feeds_token"),
    createdAt: createdAt(),
    readAt: moment(),
  },
  (t) => [unique("calendar_feeds_of_view").on(t.personId, t.viewId).nullsNotDistinct()],
);
