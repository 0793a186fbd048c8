import postgres from "postgres";
import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { env } from "@/env";
import { someone } from "@/tests/factories/people";
import { recordEvent } from "./events";
import { liveHub } from "./live";
import { liveStream, MOST_UNREAD } from "./live-stream";

/** Another instance of the application: what it does reaches us only through the database. */
const elsewhere = postgres(env.DATABASE_URL!, { max: 1 });
afterAll(() => elsewhere.end());

const decoder = new TextDecoder();

/** The names of what a reader gets, one at a time; a second call for the same reader goes on where the first stopped. */
function listen(topics: string[]) {
  const request = new AbortController();
  const reader = liveStream(new Set(topics), request.signal).getReader();
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? "closed" : /^event: (\w+)/.exec(decoder.decode(value))?.[1];
  };
  return { request, next, text: async () => decoder.decode((await reader.read()).value) };
}

/** Past the syncs that connecting gives: from here on the database is listened to. */
async function connected(topic: string) {
  const listener = listen([topic]);
  expect(await listener.next()).toBe("sync");
  for (let tries = 0; tries < 50; tries++) {
    await elsewhere`select pg_notify('bundel', ${JSON.stringify({ topics: [topic] })})`;
    if ((await listener.next()) === "nudge") return listener;
  }
  throw new Error("The database was never listened to.");
}

test("an act nudges who listens to its subject or its kind, and tells nothing of what it was", async () => {
  const buyer = await someone("ministry", "buyer");
  const id = v7();
  const [one, kind] = [await connected(`need:${id}`), await connected("need")];
  await database().transaction((tx) =>
    recordEvent(tx, buyer, {
      verb: "need.changed",
      subject: { kind: "need", id },
      changes: { title: { from: "secret", to: "also secret" } },
      topics: ["response"],
    }),
  );
  for (const listener of [one, kind]) expect(await listener.text()).toBe("event: nudge\ndata: {}\n\n");
  for (const listener of [one, kind]) listener.request.abort();
});

test("an act through another instance reaches an open page of this one", async () => {
  const topic = `need:${v7()}`;
  const listener = await connected(topic);
  await elsewhere`select pg_notify('bundel', ${JSON.stringify({ seq: 1, topics: [topic] })})`;
  expect(await listener.next()).toBe("nudge");
  listener.request.abort();
});

test("who closed the page is sent nothing more", async () => {
  const topic = `need:${v7()}`;
  const listener = await connected(topic);
  listener.request.abort();
  expect(await listener.next()).toBe("closed");
  liveHub().nudge([topic]);
  expect(await listener.next()).toBe("closed");
});

test("a page that was closed before it was served is not listened for", async () => {
  const request = new AbortController();
  request.abort();
  const reader = liveStream(new Set(["need"]), request.signal).getReader();
  expect(await reader.read()).toMatchObject({ done: true });
});

test("a reader that falls behind is let go, and another is not held up by it", async () => {
  const topic = `need:${v7()}`;
  const [slow, quick] = [await connected(topic), await connected(topic)];
  for (let sent = 0; sent < MOST_UNREAD + 10; sent++) {
    liveHub().nudge([topic]);
    expect(await quick.next()).toBe("nudge");
  }
  const got: (string | undefined)[] = [];
  for (let read = 0; read < MOST_UNREAD + 10 && got.at(-1) !== "closed"; read++) got.push(await slow.next());
  expect(got.at(-1)).toBe("closed");
  quick.request.abort();
});
