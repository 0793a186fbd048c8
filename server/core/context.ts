import type { Database, Transaction } from "@/db/client";
import type { Actor } from "./actor";

/**
 * What every query and command gets: who asks, when, and the database. `asOf` is a place in the log that all that is read holds;
 * it is there where one request only reads, and was found out with who asks.
 */
export type Context = { db: Database; actor: Actor; now: Date; asOf?: number };

export type { Database, Transaction };
