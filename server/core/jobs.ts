import { type SQL, sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import postgres from "postgres";
import { env } from "@/env";
import type { Transaction } from "./context";
import { logFailure } from "./log";

/** What can wait to be done; each queue is made by a migration, as the application's role makes no tables. */
export type Queue = "digests" | "mail";
export type Handler = (data: unknown) => Promise<void>;

const SCHEMA = "jobs";
const POLL_SECONDS = 2;
const STOP_MS = 3_000;

/** Asks nothing of a database itself: it is always given the transaction. */
const sender = new PgBoss({
  schema: SCHEMA,
  db: { executeSql: () => Promise.reject(new Error("no database")) },
});

/** Puts work in a queue, in the transaction of what causes it: both are kept, or neither. */
export async function enqueue(tx: Transaction, queue: Queue, data: object[]): Promise<void> {
  if (data.length === 0) return;
  const jobs = data.map((one) => ({ name: queue, data: one }));
  await sender.insert(jobs, { db: { executeSql: (text, values) => executeIn(tx, text, values) } });
}

/**
 * Does what waits in the queues until stopped, beside other processes that do the same: each job goes to one of them. A
 * job whose process died is given out again, so a handler must bear to be called twice.
 * @param work what to do with a job of each queue
 * @param schedule when to put an empty job in a queue, as cron says it
 * @returns the way to stop: what is being done is finished first, for a few seconds
 */
export async function startJobs(
  work: Partial<Record<Queue, Handler>>,
  schedule: Partial<Record<Queue, string>> = {},
): Promise<() => Promise<void>> {
  const { boss, connection } = openQueues();
  const stop = async () => {
    await boss.stop({ timeout: STOP_MS });
    await connection.end({ timeout: 1 });
  };
  try {
    await boss.start();
    for (const [queue, cron] of Object.entries(schedule)) await boss.schedule(queue, cron);
    for (const [queue, handle] of Object.entries(work)) await attend(boss, queue, handle);
    return stop;
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Looks into a queue every few seconds, and at once again after it found something. */
async function attend(boss: PgBoss, queue: string, handle: Handler): Promise<void> {
  const worker: string = await boss.work(queue, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
    try {
      for (const { data } of jobs) await handle(data);
    } finally {
      boss.notifyWorker(worker);
    }
  });
}

/** The queues, on a connection of their own. */
export function openQueues() {
  const connection = connectForJobs();
  const executeSql = async (text: string, values: unknown[] = []) => {
    const rows = await connection.unsafe(text, values.map((value) => value ?? null) as never[]);
    return { rows: [...rows] };
  };
  const boss = new PgBoss({ schema: SCHEMA, migrate: false, db: { executeSql } });
  boss.on("error", (error) => logFailure(error, "jobs"));
  return { boss, connection };
}

/** One connection, as pg-boss sends whole transactions as one text. Values of jsonb come as objects or as text. */
function connectForJobs() {
  return postgres(env.DATABASE_URL!, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "bundel jobs", role: "bundel_app", TimeZone: "UTC" },
    types: { json: { to: 114, from: [114, 3802], serialize: asJson, parse: JSON.parse } },
  });
}

const asJson = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

async function executeIn(tx: Transaction, text: string, values: unknown[]) {
  const parts = text.split(/\$(\d+)/).map((part, index): SQL => {
    if (index % 2 === 0) return sql.raw(part);
    const value = values[Number(part) - 1] ?? null;
    return sql`${sql.param(typeof value === "object" && value !== null ? asJson(value) : value)}`;
  });
  return { rows: [...(await tx.execute(sql.join(parts)))] };
}
