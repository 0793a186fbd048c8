import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { loadDemo } from "@/db/regions/load-demo";
import { organisations } from "@/db/schema/organisations";
import { env } from "@/env";
import { visitor } from "@/server/core/actor";
import type { Context } from "@/server/core/context";
import { loadSourceRound } from "@/server/ecosystem/commands";
import { region, regionFolder } from "@/server/regions/region";
import { seedDemonstration } from "./seed/demonstration";

const ONE_AT_A_TIME = 4202;

/**
 * Loads the region's own diagnosis and, in demonstration mode, its invented data into an empty database. One
 * transaction: a start that is cut off leaves nothing, and of two that start at once one finds the work done.
 */
export async function seedIfEmpty(report: (step: string) => void): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`);
    const db = tx as unknown as Context["db"];
    await loadSourceRound({ db, actor: visitor, now: new Date() });
    const folder = join(regionFolder(), "demo");
    if (!env.demo || !existsSync(folder) || (await tx.$count(organisations)) > 0) return;
    report("loading demonstration data");
    await seedDemonstration(db, loadDemo(folder, region()));
  });
}

await seedIfEmpty((step) => console.log(step));
process.exit(0);
