import { type SQL, sql } from "drizzle-orm";

/** A day as the moment it starts; days are those of UTC. */
export const startOf = (day: SQL) => sql`(${day})::timestamp at time zone 'UTC'`;
