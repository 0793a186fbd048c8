import { type SQL, sql } from "drizzle-orm";
import { bigint, check, customType, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** UUID v7, made in the application: sortable by time, known before the row is written. */
export const id = () => uuid().primaryKey().$defaultFn(v7);

/** Money is integer cents. */
export const cents = () => bigint({ mode: "number" });

/** Raised by every write; a caller sends back the version it saw. */
export const version = () => integer().notNull().default(1);

export const moment = () => timestamp({ withTimezone: true, mode: "date" });
export const createdAt = () => moment().notNull().defaultNow();

/** Text of one of a closed list: the type here, the CHECK by `oneOf` below. */
export const word = <W extends string>() => text().$type<W>();
export const words = <W extends string>() => text().array().$type<W[]>();

export const citext = customType<{ data: string }>({ dataType: () => "citext" });
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** CHECK that a column holds a word of the list. */
export function oneOf(name: string, column: SQL | { name: string }, list: readonly string[]) {
  return check(name, sql`${column} in (${sql.raw(list.map((word) => `'${word}'`).join(", "))})`);
}

/** CHECK that an array column holds only words of the list. */
export function someOf(name: string, column: SQL | { name: string }, list: readonly string[]) {
  return check(name, sql`${column} <@ array[${sql.raw(list.map((word) => `'${word}'`).join(", "))}]::text[]`);
}
