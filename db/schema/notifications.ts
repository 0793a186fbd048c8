import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, oneOf, word } from "../columns";
import { MAIL_FREQUENCIES, MAIL_STATES, type MailFrequency, type MailState } from "../enums";
import { persons } from "./accounts";

/** How often someone wants mail, and how far they were told. Who never chose has no row: daily, at eight. */
export const mailSettings = pgTable(
  "mail_settings",
  {
    personId: uuid()
      .primaryKey()
      .references(() => persons.id, { onDelete: "cascade" }),
    frequency: word<MailFrequency>().notNull().default("daily"),
    /** From this hour of the region's clock on, for a daily or weekly mail. */
    hour: integer().notNull().default(8),
    /** Up to which event of the log a mail that was surely sent told, and when. */
    toldSeq: bigint({ mode: "number" }).notNull().default(0),
    toldAt: moment(),
    /** Up to which event was looked whether there is something to tell. */
    checkedSeq: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [
    oneOf("mail_settings_frequency", t.frequency, MAIL_FREQUENCIES),
    check("mail_settings_hour", sql`${t.hour} between 0 and 23`),
  ],
);

/** One row per mail about what happened. It is claimed before it is sent and marked after, so that none is sent twice. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** Names the mail, so that it is made once: the person, and the day, week or place in the log that it is about. */
    key: text().notNull().unique(),
    personId: uuid()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    status: word<MailState>().notNull().default("waiting"),
    createdAt: createdAt(),
    claimedAt: moment(),
    sentAt: moment(),
  },
  (t) => [oneOf("mails_status", t.status, MAIL_STATES), index().on(t.personId), index().on(t.createdAt)],
);
