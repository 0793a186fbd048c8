import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { enterDatabase } from "@/scripts/postgres/embedded.mjs";
import { databaseAt, dropDatabase } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server for tests, and the names that a worker needs for its own database on it. */
    testDatabase: { server: string; template: string; prefix: string };
  }
}

const root = resolve(import.meta.dirname, "../..");

/**
 * Gives tests a server and a migrated template to clone. The server is the one that BUNDEL_TEST_DATABASE_URL names
 * (its role may create databases and roles), or an embedded one below `.test/`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, leave } = await testServer();
  const prefix = `bundel_test_${process.pid}_${project.name}_`;
  const template = await withServer(server, (sql) => templateOn(sql, server));
  project.provide("testDatabase", { server, template, prefix });
  return async () => {
    await withServer(server, (sql) => dropAll(sql, prefix));
    await leave();
  };
}

async function testServer(): Promise<{ server: string; leave: () => Promise<void> }> {
  const outside = process.env.BUNDEL_TEST_DATABASE_URL;
  if (outside) return { server: outside, leave: async () => {} };
  const database = await enterDatabase({
    dataDirectory: join(root, ".test"),
    projectDirectory: root,
    durable: false,
  });
  return { server: database.url, leave: database.leave };
}

/** Made once per state of the migrations; of two runs that start at once, one waits for the other. */
async function templateOn(sql: postgres.Sql, server: string): Promise<string> {
  const template = `bundel_template_${hashOfMigrations()}`;
  const draft = `${template}_draft`;
  const lock = await sql.reserve();
  try {
    await lock`select pg_advisory_lock(hashtext(${template}))`;
    const [found] = await lock`select 1 from pg_database where datname = ${template}`;
    if (found) return template;
    await dropDatabase(lock, draft);
    await lock`create database ${lock(draft)}`;
    await migrate(databaseAt(server, draft));
    await lock`alter database ${lock(draft)} rename to ${lock(template)}`;
    await lock`alter database ${lock(template)} with allow_connections false`;
    return template;
  } finally {
    await lock`select pg_advisory_unlock(hashtext(${template}))`;
    lock.release();
  }
}

function hashOfMigrations(): string {
  const directory = join(root, "db/migrations");
  const hash = createHash("sha256");
  for (const name of readdirSync(directory, { recursive: true }).map(String).sort()) {
    if (!/\.(sql|json)$/.test(name)) continue;
    hash.update(name).update(readFileSync(join(directory, name)));
  }
  return hash.digest("hex").slice(0, 12);
}

async function dropAll(sql: postgres.Sql, prefix: string): Promise<void> {
  const databases = await sql<
    { datname: string }[]
  >`select datname from pg_database where starts_with(datname, ${prefix})`;
  for (const { datname } of databases) await dropDatabase(sql, datname);
}

async function withServer<T>(server: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
