import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { events } from "@/db/schema/events";
import { as, someone } from "@/tests/factories/people";
import { changesOf, recordEvent } from "./events";

test("an act is recorded with who, for whom, and what changed", async () => {
  const buyer = await someone("ministry", "buyer");
  const id = v7();
  const changes = changesOf({ title: "a", place: "x" }, { title: "b", place: "x" }, ["title", "place"]);
  await database().transaction((tx) =>
    recordEvent(tx, as(buyer.actor), { verb: "need.changed", subject: { kind: "need", id }, changes }),
  );
  const [event] = await database().select().from(events).where(sql`subject_id = ${id}`);
  expect(event).toMatchObject({
    actorId: buyer.actor.personId,
    organisationId: buyer.organisation.id,
    changes: { title: { from: "a", to: "b" } },
  });
});

test("the chain has no gap when many write at once", async () => {
  const { actor } = await someone("ministry", "buyer");
  await Promise.all(
    Array.from({ length: 30 }, () =>
      database().transaction((tx) =>
        recordEvent(tx, as(actor), { verb: "need.published", subject: { kind: "need", id: v7() } }),
      ),
    ),
  );
  const rows = await database().select().from(events).orderBy(events.seq);
  rows.forEach((row, index) => {
    expect(row.seq).toBe(index + 1);
    expect(row.previousHash).toBe(index === 0 ? "0".repeat(64) : rows[index - 1]!.hash);
  });
});

test("an act that is rolled back leaves no event", async () => {
  const { actor } = await someone("ministry", "buyer");
  const id = v7();
  const failing = database().transaction(async (tx) => {
    await recordEvent(tx, as(actor), { verb: "need.published", subject: { kind: "need", id } });
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await database().$count(events, sql`subject_id = ${id}`)).toBe(0);
});

test.each([
  ["update", sql`update events set verb = 'x'`],
  ["delete", sql`delete from events`],
  ["insert", sql`insert into events select * from events limit 1`],
  ["move the head", sql`update event_head set seq = 0`],
])("the application's role cannot %s in the log", async (_, statement) => {
  await expect(database().execute(statement)).rejects.toMatchObject({ cause: { code: "42501" } });
});
