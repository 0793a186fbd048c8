import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { enqueue, openQueues, startJobs } from "./jobs";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await database().execute(sql`delete from jobs.job`);
});

/** Works as one process does, on a connection of its own. */
async function worker(handle: (data: unknown) => Promise<void>) {
  stops.push(await startJobs({ mail: handle }));
}

const put = (...data: object[]) => database().transaction((tx) => enqueue(tx, "mail", data));
const waiting = async () => {
  const [row] = await database().execute<{ count: number }>(
    sql`select count(*)::int as count from jobs.job where name = 'mail' and state < 'completed'`,
  );
  return row?.count;
};
const soon = { timeout: 15_000, interval: 50 };

test("the schema that the migration made is the one that the installed pg-boss expects", async () => {
  const file = createRequire(import.meta.url).resolve("pg-boss/version.json");
  const [row] = await database().execute<{ version: number }>(sql`select version from jobs.version`);
  expect(row?.version).toBe(JSON.parse(readFileSync(file, "utf8")).schema);
});

test("work is put in a queue together with what causes it, or not at all", async () => {
  const attempt = database().transaction(async (tx) => {
    await enqueue(tx, "mail", [{ mailId: "undone" }]);
    throw new Error("undone");
  });
  await expect(attempt).rejects.toThrow("undone");
  expect(await waiting()).toBe(0);
  await put({ mailId: "done" });
  expect(await waiting()).toBe(1);
});

test("what was put before anyone worked is done once a process works, with its data", async () => {
  const data = { mailId: "a", text: 'it\'s "quoted" $1 \\ é' };
  await put(data);
  const done = vi.fn(async () => {});
  await worker(done);
  await vi.waitFor(() => expect(done).toHaveBeenCalledWith(data), soon);
  await vi.waitFor(async () => expect(await waiting()).toBe(0), soon);
});

test("of several processes one does a job", async () => {
  const done: unknown[] = [];
  for (let n = 0; n < 3; n++) await worker(async (data) => void done.push((data as { n: number }).n));
  await put(...Array.from({ length: 12 }, (_, n) => ({ n })));
  await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(12), soon);
  await vi.waitFor(async () => expect(await waiting()).toBe(0), soon);
  expect(done.sort()).toEqual(Array.from({ length: 12 }, (_, n) => n).sort());
}, 40_000);

test("a job that fails waits to be tried again", async () => {
  await worker(() => Promise.reject(new Error("the mail server is away")));
  await put({ mailId: "b" });
  await vi.waitFor(async () => {
    const [job] = await database().execute(sql`select state, retry_count from jobs.job where name = 'mail'`);
    expect(job).toMatchObject({ state: "retry" });
  }, soon);
});

test("keeping the queue tidy needs no more than the application's role may", async () => {
  const { boss, connection } = openQueues();
  await put({ mailId: "c" });
  expect(await connection`select current_user as name`).toMatchObject([{ name: "bundel_app" }]);
  await database().execute(sql`update jobs.job set keep_until = now() - interval '1 hour'`);
  await boss.maintain();
  expect(await waiting()).toBe(0);
  expect(await connection`select name from jobs.archive`).toMatchObject([{ name: "mail" }]);
  await connection.end();
});
