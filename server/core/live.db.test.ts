import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { env } from "@/env";
import { someone } from "@/tests/factories/people";
import { Relay } from "@/tests/support/relay";
import { recordEvent, recordEvents } from "./events";
import { LiveHub, liveHub } from "./live";
import { readLive } from "./live-stream";

/** Another instance of the application: what it does reaches us only through the database. */
const elsewhere = postgres(env.DATABASE_URL!, { max: 1 });
afterAll(() => elsewhere.end());

type Heard = { name: string; id: number | null; topics: string[] };
const decoder = new TextDecoder();

/** What a reader gets, one at a time; it keeps up until so much is unread. */
function listen(topics: string[], since: number | null = null, most = Number.POSITIVE_INFINITY) {
  const unread: string[] = [];
  let isOver = false;
  const stop = readLive({
    topics: new Set(topics),
    since,
    send: (chunk) => unread.push(decoder.decode(chunk)) < most,
    onEnd: () => {
      isOver = true;
    },
  });
  const text = async (): Promise<string | null> => {
    await expect.poll(() => unread.length > 0 || isOver).toBe(true);
    return unread.shift() ?? null;
  };
  const next = async (): Promise<Heard | null> => {
    const given = await text();
    if (given === null) return null;
    if (given.startsWith("retry:")) return next();
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(given)?.[1];
    const id = field("id");
    return { name: field("event")!, id: id ? Number(id) : null, topics: JSON.parse(field("data")!) };
  };
  return { next, text, stop };
}

/** The place in the log that a page which is read now includes. */
async function headNow(): Promise<number> {
  while (liveHub().head === null) await new Promise((resolve) => setTimeout(resolve, 10));
  return liveHub().head!;
}

async function upToDate(...topics: string[]) {
  const listener = listen(topics, await headNow());
  expect(await listener.next()).toMatchObject({ name: "hello", topics: [] });
  return listener;
}

async function change(id: string, topics: string[] = []) {
  const buyer = await someone("ministry", "buyer");
  const subject = { kind: "need", id } as const;
  await database().transaction((tx) => recordEvent(tx, buyer, { verb: "need.changed", subject, topics }));
}

async function changeAndHear(id: string) {
  const listener = await upToDate(`need:${id}`);
  await change(id);
  const heard = await listener.next();
  listener.stop();
  return heard!.id!;
}

test("an act nudges who listens to its subject or its kind, and tells each only of the topics it listens to", async () => {
  const buyer = await someone("ministry", "buyer");
  const id = v7();
  const [one, kind] = [await upToDate(`need:${id}`), await upToDate("need")];
  await database().transaction((tx) =>
    recordEvent(tx, buyer, {
      verb: "need.changed",
      subject: { kind: "need", id },
      changes: { title: { from: "secret", to: "also secret" } },
      topics: ["response"],
    }),
  );
  const seq = (await one.next())!.id!;
  expect(seq).toBeGreaterThan(0);
  expect(await kind.text()).toBe(`id: ${seq}\nevent: nudge\ndata: ["need"]\n\n`);
  for (const listener of [one, kind]) listener.stop();
});

test("what changed after a page was read and before it listens is told at once", async () => {
  const id = v7();
  const since = await headNow();
  const seq = await changeAndHear(id);
  const late = listen([`need:${id}`, "programme"], since);
  expect(await late.next()).toEqual({ name: "nudge", id: expect.any(Number), topics: [`need:${id}`] });
  late.stop();
  const again = listen([`need:${id}`], seq);
  expect((await again.next())!.name).toBe("hello");
  again.stop();
});

test("a page is told nothing when it comes back and only other things changed", async () => {
  const [id, other] = [v7(), v7()];
  const since = await changeAndHear(id);
  const now = await changeAndHear(other);
  const back = listen([`need:${id}`], since);
  const heard = await back.next();
  expect(heard).toMatchObject({ name: "hello", topics: [] });
  expect(heard!.id).toBeGreaterThanOrEqual(now);
  back.stop();
});

test("each change between two reads of the head is told exactly to who read before it", async () => {
  const id = v7();
  const heads: number[] = [await headNow()];
  for (let turn = 0; turn < 5; turn++) heads.push(await changeAndHear(id));
  const told = await Promise.all(
    heads.map(async (since) => {
      const listener = listen([`need:${id}`], since);
      const { name } = (await listener.next())!;
      listener.stop();
      return name;
    }),
  );
  expect(told).toEqual(["nudge", "nudge", "nudge", "nudge", "nudge", "hello"]);
});

test.each([
  ["knows no place in the log", () => null],
  ["was read before this process listened", () => -1],
  ["is further on than this process", (head: number) => head + 1_000],
])("a page that %s looks again", async (_, placeAt) => {
  const topics = [`need:${v7()}`];
  const listener = listen(topics, placeAt(await headNow()));
  expect(await listener.next()).toMatchObject({ name: "nudge", topics });
  listener.stop();
});

test("what is nobody's history is looked at by everyone who comes to listen, and moves nobody in the log", async () => {
  const topic = `carets:${v7()}`;
  const listener = listen([topic, "need"], await headNow());
  expect(await listener.next()).toMatchObject({ name: "nudge", topics: [topic] });
  await elsewhere`select pg_notify('bundel', ${JSON.stringify({ topics: [topic] })})`;
  expect(await listener.next()).toEqual({ name: "nudge", id: null, topics: [topic] });
  listener.stop();
});

test("a whole file of acts is one place in the log", async () => {
  const buyer = await someone("ministry", "buyer");
  const since = await headNow();
  const ids = [v7(), v7(), v7()];
  const listener = await upToDate("need");
  await database().transaction((tx) =>
    recordEvents(
      tx,
      buyer,
      ids.map((id) => ({ verb: "need.changed", subject: { kind: "need", id }, topics: [`need:${id}`] })),
    ),
  );
  expect((await listener.next())!.id).toBeGreaterThanOrEqual(since + ids.length);
  listener.stop();
  const late = listen([`need:${ids[0]}`], since + 1);
  expect((await late.next())!.name).toBe("nudge");
  late.stop();
});

test("an act through another instance reaches an open page of this one", async () => {
  const topic = `need:${v7()}`;
  const listener = await upToDate(topic);
  await elsewhere`select pg_notify('bundel', ${JSON.stringify({ seq: 1, topics: [topic] })})`;
  expect((await listener.next())!.name).toBe("nudge");
  listener.stop();
});

test("who closed the page is sent nothing more", async () => {
  const topic = `need:${v7()}`;
  const listener = await upToDate(topic);
  listener.stop();
  expect(await listener.next()).toBeNull();
  liveHub().nudge([topic]);
  expect(await listener.next()).toBeNull();
});

test("a reader that falls behind is let go, and another is not held up by it", async () => {
  const topic = `need:${v7()}`;
  const slow = listen([topic], await headNow(), 10);
  const quick = await upToDate(topic);
  for (let sent = 0; sent < 20; sent++) {
    liveHub().nudge([topic]);
    expect((await quick.next())!.name).toBe("nudge");
  }
  const got: (Heard | null)[] = [];
  for (let read = 0; read < 20 && got.at(-1) !== null; read++) got.push(await slow.next());
  expect(got.at(-1)).toBeNull();
  expect(got.length).toBeLessThan(12);
  quick.stop();
});

test("after the database was away, everyone looks again, and hears of what changes from then on", async () => {
  await using relay = await Relay.to(env.DATABASE_URL!);
  await relay.cut();
  const hub = new LiveHub(relay.url);
  const heard: string[] = [];
  const topic = `need:${v7()}`;
  hub.subscribe({ topics: new Set([topic]), send: (chunk) => heard.push(decoder.decode(chunk)) });
  expect(hub.changedSince(new Set([topic]), 0)).toEqual([topic]);
  const hears = (text: string) =>
    expect.poll(() => heard.filter((one) => one.includes(text)).length, { timeout: 10_000 });

  await relay.mend();
  await hears("event: sync").toBe(1);
  await change(topic.slice("need:".length));
  await hears("event: nudge").toBe(1);
  const before = hub.head!;

  await relay.cut();
  await change(topic.slice("need:".length));
  await relay.mend();
  await hears("event: sync").toBe(2);
  expect(heard.filter((one) => one.includes("event: nudge"))).toHaveLength(1);
  expect(hub.head).toBeGreaterThan(before);
  expect(hub.changedSince(new Set(["programme"]), before)).toEqual(["programme"]);
  expect(hub.changedSince(new Set(["programme"]), hub.head)).toEqual([]);
  await change(topic.slice("need:".length));
  await hears("event: nudge").toBe(2);
  await hub.close();
});
