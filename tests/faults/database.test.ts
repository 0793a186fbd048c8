import { existsSync, readdirSync, rmSync } from "node:fs";
import postgres from "postgres";
import { expect, test } from "vitest";
import { enterDatabase } from "@/scripts/postgres/embedded.mjs";
import { requireDatabase, requireVersion } from "@/scripts/postgres/outside.mjs";
import { freePort } from "@/scripts/start/ports.mjs";
import { exists, gone } from "@/scripts/start/processes.mjs";
import { Holder, Place, root } from "./holder";

const enter = (dataDirectory: string, durable = false) =>
  enterDatabase({ dataDirectory, projectDirectory: root, durable });

async function rowsIn(url: string): Promise<number[]> {
  const sql = postgres(url, { max: 1 });
  const rows = await sql<{ n: number }[]>`select n from kept order by n`;
  await sql.end();
  return rows.map(({ n }) => n);
}

test("after a killed start the running server is found and used, every confirmed row is there, and the last to leave stops it", async () => {
  await using place = new Place();
  const killed = new Holder(place.data, "write");
  const server = await killed.says("entered");
  await killed.says("confirmed", 200);
  killed.signal("SIGKILL");
  await killed.ended;
  const confirmed = killed.heard("confirmed");

  const database = await enter(place.data);
  expect(database.pid).toBe(server);
  expect(await rowsIn(database.url)).toEqual(expect.arrayContaining(confirmed));
  await database.leave();
  expect(exists(server)).toBe(false);
});

test("when the server is killed too, it recovers with every confirmed row", async () => {
  await using place = new Place();
  const killed = new Holder(place.data, "write");
  const server = await killed.says("entered");
  await killed.says("confirmed", 200);
  process.kill(server, "SIGKILL");
  killed.signal("SIGKILL");
  await killed.ended;
  await gone(server, 5000);

  const database = await enter(place.data, true);
  expect(database.pid).not.toBe(server);
  expect(await rowsIn(database.url)).toEqual(expect.arrayContaining(killed.heard("confirmed")));
  await database.leave();
});

test("two starts at once on one empty data directory share one server, which outlives the first to leave; Ctrl-C pressed twice stops it once", async () => {
  await using place = new Place();
  const [one, other] = [new Holder(place.data), new Holder(place.data)];
  const server = await one.says("entered");
  expect(await other.says("entered")).toBe(server);

  one.signal("SIGINT");
  expect(await one.ended).toBe(0);
  expect(exists(server)).toBe(true);

  other.signal("SIGINT");
  other.signal("SIGINT");
  expect(await other.ended).toBe(0);
  expect(other.heard("left")).toHaveLength(1);
  expect(exists(server)).toBe(false);
});

test("a start that was killed while it made the database leaves nothing in the way of the next", async () => {
  await using place = new Place();
  const killed = new Holder(place.data);
  while (!existsSync(place.data) || !readdirSync(place.data).some((name) => name.includes(".draft-"))) {
    await new Promise((done) => setTimeout(done, 5));
  }
  killed.signal("SIGKILL");
  await killed.ended;
  expect(readdirSync(place.data)).not.toContain("postgres");

  const database = await enter(place.data);
  expect(readdirSync(place.data).filter((name) => name.includes("draft"))).toEqual([]);
  await database.leave();
});

test("two data directories have two servers on two ports", async () => {
  await using place = new Place();
  await using other = new Place();
  const [one, two] = [await enter(place.data), await enter(other.data)];
  expect(one.port).not.toBe(two.port);
  await one.leave();
  expect(exists(two.pid)).toBe(true);
  await two.leave();
});

test("a data directory below one that only its owner can enter keeps its database from start to start", async () => {
  await using place = new Place(0o700);
  const first = await enter(place.data);
  const sql = postgres(first.url, { max: 1 });
  await sql`create table kept (n int)`;
  await sql`insert into kept values (1)`;
  await sql.end();
  await first.leave();
  rmSync(`${place.data}/postgres.log`);

  const second = await enter(place.data);
  expect(await rowsIn(second.url)).toEqual([1]);
  await second.leave();
});

test("a database elsewhere that cannot be reached is named without its password", async () => {
  const port = await freePort();
  const refusal = requireDatabase(`postgresql://somebody:hidden@127.0.0.1:${port}/bundel`);
  await expect(refusal).rejects.toThrow(`The PostgreSQL at 127.0.0.1:${port}/bundel cannot be reached`);
  await expect(refusal).rejects.not.toThrow("hidden");
});

test("what is no address of a database is said to be none", async () => {
  await expect(requireDatabase("mysql://127.0.0.1/bundel")).rejects.toThrow("DATABASE_URL is not an address");
});

test("a PostgreSQL older than 15 is refused, 15 is not", () => {
  expect(() => requireVersion(14, "db:5432/bundel")).toThrow(
    "The PostgreSQL at db:5432/bundel is version 14, and Bundel needs 15 or later.",
  );
  expect(() => requireVersion(15, "db:5432/bundel")).not.toThrow();
});
