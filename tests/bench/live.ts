import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import postgres from "postgres";
import { freePort } from "@/scripts/start/ports.mjs";
import { type Application, stopped } from "./applications";
import type { BenchDatabase } from "./data";
import { measureChanges } from "./live-changes";
import { type Line, median, p95 } from "./measure";
import { openAll, Reader } from "./reader";

const CONNECTIONS = 1_000;
const NUDGES = 20;
const RUNS = 3;

/**
 * How long open pages wait for a nudge and for a change, against a server that only listens and writes.
 * @param cookies of so many people that no one has more pages open than one may
 */
export async function measureLive(
  app: Application,
  database: BenchDatabase,
  cookies: string[],
): Promise<Line[]> {
  const port = await freePort();
  const bare = spawn(process.execPath, [path.join(import.meta.dirname, "bare-sse.mjs")], {
    env: { ...process.env, DATABASE_URL: database.url, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(bare.stdout, "data");
  const sql = postgres(database.url, { max: 1 });
  const floorUrl = `http://127.0.0.1:${port}/`;
  const oursUrl = `${app.url}/api/live?topics=need,programme`;
  const taken: { floor: number[]; ours: number[] } = { floor: [], ours: [] };
  try {
    for (let run = 0; run < RUNS; run++) {
      taken.floor.push(await nudged(floorUrl, cookies, sql));
      taken.ours.push(await nudged(oursUrl, cookies, sql));
    }
    const [floor, ours] = [median(taken.floor), median(taken.ours)];
    const nudge: Line = {
      what: `A nudge to ${CONNECTIONS} live connections`,
      floor: `${floor.toFixed(1)} ms`,
      ours: `${ours.toFixed(1)} ms`,
      ratio: ours / floor,
      limit: 2,
    };
    return [nudge, ...(await measureChanges({ floorUrl, oursUrl, cookies, sql, database, pid: app.pid }))];
  } finally {
    await sql.end();
    await stopped(bare);
  }
}

async function nudged(url: string, cookies: string[], sql: postgres.Sql): Promise<number> {
  const times: number[] = [];
  let sent = 0;
  let arrived = 0;
  const readers = Array.from({ length: CONNECTIONS }, (_, index) => {
    return new Reader(url, cookies[index % cookies.length]!, ({ name, isFirst }) => {
      if (name !== "nudge" || isFirst) return;
      times.push(performance.now() - sent);
      arrived++;
    });
  });
  await openAll(readers);
  await untilHeard(sql, () => arrived >= CONNECTIONS);
  times.length = 0;
  for (let nudge = 0; nudge < NUDGES; nudge++) {
    arrived = 0;
    sent = performance.now();
    await sql`select pg_notify('bundel', '{"seq":0,"topics":["need"]}')`;
    const patience = performance.now() + 10_000;
    while (arrived < CONNECTIONS) {
      if (performance.now() > patience)
        throw new Error(`${arrived} of ${CONNECTIONS} connections of ${url} were told.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  for (const reader of readers) reader.close();
  return p95(times);
}

/** A server listens to the database soon after its first reader has come; only then there is something to measure. */
async function untilHeard(sql: postgres.Sql, isHeard: () => boolean): Promise<void> {
  await sql`select pg_notify('bundel', '{"seq":0,"topics":["need"]}')`;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  if (!isHeard()) await untilHeard(sql, isHeard);
}
