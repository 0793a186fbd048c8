import type { Database, Transaction } from "@/db/client";
import type { Actor } from "./actor";

/** What every query and command gets: who asks, when, and the database. */
export type Context = { db: Database; actor: Actor; now: Date };

export type { Database, Transaction };
