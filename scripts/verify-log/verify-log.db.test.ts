import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, beforeEach, expect, test } from "vitest";
import { database } from "@/db/client";
import { env } from "@/env";
import { changesOf, recordEvent } from "@/server/core/events";
import { asVisitor, someone } from "@/tests/factories/people";
import { readCheckpoints, writeCheckpoint } from "./checkpoints";
import { verifyLog } from "./read";

// As the owner of the tables, who could do anything: the application's own role cannot touch the log at all.
const owner = postgres(env.DATABASE_URL!, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

beforeEach(async () => {
  await tamper(async (sql) => {
    await sql`delete from events`;
    await sql`update event_head set seq = 0, hash = repeat('0', 64)`;
  });
  const buyer = await someone("ministry", "buyer");
  for (let i = 0; i < 8; i++) {
    const ctx = i === 3 ? asVisitor() : buyer;
    const changes = changesOf({ title: "é\n", n: 1.5 }, { title: `"${i}"`, n: i }, ["title", "n"]);
    const subject = { kind: "need" as const, id: v7() };
    await database().transaction((tx) => recordEvent(tx, ctx, { verb: "need.changed", subject, changes }));
  }
});

async function tamper(work: (sql: postgres.TransactionSql) => Promise<unknown>) {
  await owner.begin(async (sql) => {
    await sql`alter table events disable trigger events_append_only`;
    await work(sql);
    await sql`alter table events enable trigger events_append_only`;
  });
}

const verify = async (checkpoints: { seq: number; hash: string }[] = []) =>
  (await verifyLog(owner, checkpoints)).findings;
const seqs = async (...given: Parameters<typeof verify>) => (await verify(...given)).map(({ seq }) => seq);

test("a log that nobody touched holds", async () => {
  expect(await verifyLog(owner, [])).toMatchObject({ findings: [], count: 8, head: { seq: 8 } });
});

test.each([
  ["what changed", "changes = '{}'"],
  ["the verb", "verb = 'need.published'"],
  ["the moment", "at = at + interval '1 microsecond'"],
  ["who did it", "actor_id = null"],
  ["for whom", "organisation_id = null"],
  ["what it was about", "subject_id = gen_random_uuid()"],
  ["the kind of subject", "subject_kind = 'programme'"],
])("an event in which %s was edited is named", async (_, set) => {
  await tamper((sql) => sql.unsafe(`update events set ${set} where seq = 5`));
  expect(await verify()).toMatchObject([{ seq: 5, what: expect.stringContaining("edited") }]);
});

test("an edited event whose hash was made to fit is named by the next", async () => {
  await tamper(
    (
      sql,
    ) => sql`update events set verb = 'x', hash = event_hash(previous_hash, seq, at, actor_id, organisation_id, 'x',
      subject_kind, subject_id, changes) where seq = 5`,
  );
  expect(await seqs()).toEqual([6]);
});

test("a removed event is named", async () => {
  await tamper((sql) => sql`delete from events where seq = 3`);
  expect(await verify()).toEqual([{ seq: 3, what: "is removed" }]);
});

test("several removed events are named, also at the beginning", async () => {
  await tamper((sql) => sql`delete from events where seq in (1, 2, 6)`);
  expect(await verify()).toEqual([
    { seq: 1, what: "to 2 are removed" },
    { seq: 6, what: "is removed" },
  ]);
});

test("a removed event over which the others were closed up is named", async () => {
  await tamper(async (sql) => {
    await sql`delete from events where seq = 3`;
    await sql`update events set seq = seq - 1 where seq > 3`;
  });
  expect((await seqs())[0]).toBe(3);
});

test("two events that changed places are named as reordered", async () => {
  await tamper(async (sql) => {
    await sql`update events set seq = -1 where seq = 4`;
    await sql`update events set seq = 4 where seq = 5`;
    await sql`update events set seq = 5 where seq = -1`;
  });
  const findings = await verify();
  expect(findings.filter(({ what }) => what.includes("reordered")).map(({ seq }) => seq)).toContain(5);
  expect(findings.map(({ seq }) => seq)).toEqual(expect.arrayContaining([4, 5]));
});

test("events cut off the end are named", async () => {
  await tamper((sql) => sql`delete from events where seq > 6`);
  expect(await verify()).toEqual([{ seq: 7, what: "to 8 are cut off the end" }]);
});

test("a head set back is found", async () => {
  await tamper((sql) => sql`update event_head set seq = 6, hash = (select hash from events where seq = 6)`);
  expect(await seqs()).toEqual([7]);
});

test("log and head cut back together are found by an earlier verification's checkpoint", async () => {
  const { head } = await verifyLog(owner, []);
  await tamper(async (sql) => {
    await sql`delete from events where seq > 5`;
    await sql`update event_head set seq = 5, hash = (select hash from events where seq = 5)`;
  });
  expect(await verify()).toEqual([]);
  expect(await seqs([head])).toEqual([6]);
});

test("a log rewritten from some event on, with all hashes and the head, is found by a checkpoint", async () => {
  const { head } = await verifyLog(owner, []);
  await tamper(async (sql) => {
    await sql`update events set verb = 'x' where seq = 4`;
    for (let seq = 4; seq <= 8; seq++)
      await sql`update events e set previous_hash = p.hash, hash = event_hash(p.hash, e.seq, e.at, e.actor_id,
        e.organisation_id, e.verb, e.subject_kind, e.subject_id, e.changes)
        from events p where e.seq = ${seq} and p.seq = ${seq - 1}`;
    await sql`update event_head set hash = (select hash from events where seq = 8)`;
  });
  expect(await verify()).toEqual([]);
  expect(await seqs([head])).toEqual([8]);
});

test("checkpoints are kept per log, and a spoiled line is named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bundel-checkpoints-"));
  const { head } = await verifyLog(owner, []);
  expect(readCheckpoints(folder, "one")).toEqual([]);
  const file = writeCheckpoint(folder, "one", head);
  writeCheckpoint(folder, "other", { seq: 99, hash: head.hash });
  expect(readCheckpoints(folder, "one")).toMatchObject([head]);
  writeFileSync(file, "nonsense\n");
  expect(() => readCheckpoints(folder, "one")).toThrow("line 1");
});
