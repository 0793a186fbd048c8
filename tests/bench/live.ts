import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import path from "node:path";
import postgres from "postgres";
import { freePort } from "@/scripts/start/ports.mjs";
import { type Application, stopped } from "./applications";
import { type Line, median, p95 } from "./measure";

const CONNECTIONS = 1_000;
const NUDGES = 20;
const RUNS = 3;

/** How long a nudge takes to reach 1,000 open connections, against a server that does nothing else. */
export async function measureLive(app: Application, databaseUrl: string): Promise<Line[]> {
  const port = await freePort();
  const bare = spawn(process.execPath, [path.join(import.meta.dirname, "bare-sse.mjs")], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(bare.stdout, "data");
  const sql = postgres(databaseUrl, { max: 1 });
  const taken: { floor: number[]; ours: number[] } = { floor: [], ours: [] };
  try {
    for (let run = 0; run < RUNS; run++) {
      taken.floor.push(await nudged(`http://127.0.0.1:${port}/`, sql));
      taken.ours.push(await nudged(`${app.url}/api/live?topics=need`, sql));
    }
  } finally {
    await sql.end();
    await stopped(bare);
  }
  const [floor, ours] = [median(taken.floor), median(taken.ours)];
  return [
    {
      what: `A nudge to ${CONNECTIONS} live connections`,
      floor: `${floor.toFixed(1)} ms`,
      ours: `${ours.toFixed(1)} ms`,
      ratio: ours / floor,
      limit: 2,
    },
  ];
}

async function nudged(url: string, sql: postgres.Sql): Promise<number> {
  const times: number[] = [];
  let sent = 0;
  let arrived = 0;
  const agent = new http.Agent({ maxSockets: CONNECTIONS });
  const opened = Array.from({ length: CONNECTIONS }, () =>
    open(url, agent, () => {
      times.push(performance.now() - sent);
      arrived++;
    }),
  );
  const requests = await Promise.all(opened);
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
  for (const request of requests) request.destroy();
  agent.destroy();
  return p95(times);
}

/** A server listens to the database soon after its first reader has come; only then there is something to measure. */
async function untilHeard(sql: postgres.Sql, isHeard: () => boolean): Promise<void> {
  await sql`select pg_notify('bundel', '{"seq":0,"topics":["need"]}')`;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  if (!isHeard()) await untilHeard(sql, isHeard);
}

function open(url: string, agent: http.Agent, onNudge: () => void): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { accept: "text/event-stream" } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.on("data", (chunk: Buffer) => {
        if (chunk.includes("event: sync")) resolve(request);
        if (chunk.includes("event: nudge")) onNudge();
      });
      response.on("error", () => {});
    });
    request.on("error", reject);
  });
}
