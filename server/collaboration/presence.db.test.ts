import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { needs } from "@/db/schema/needs";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import type { Person } from "../core/actor";
import type { Context } from "../core/context";
import { readLive } from "../core/live-stream";
import { changePresence, tellHere } from "./commands/presence";
import { audibleTopics } from "./queries/follows";
import { listPresent, placeAmong } from "./queries/presence";

type Someone = Awaited<ReturnType<typeof someone>>;
let [buyer, company, curator] = [] as unknown as [Someone, Someone, Someone];
let on: { kind: "need"; id: string };
const stops: (() => void)[] = [];

beforeEach(async () => {
  [buyer, company, curator] = await Promise.all([
    someone("ministry", "buyer"),
    someone("company", "entrepreneur"),
    someone("cluster-organisation", "curator"),
  ]);
  const [row] = await database()
    .insert(needs)
    .values({
      title: "Quiet tugboats",
      language: "en",
      buyerId: buyer.organisation.id,
      windowStart: "2027-01-01",
      windowEnd: "2027-03-31",
      valueMinCents: 1,
      valueMaxCents: 2,
      theme: "x",
      visibility: "public",
      status: "published",
      publishedAt: new Date(),
      createdBy: buyer.actor.personId,
    })
    .returning();
  on = { kind: "need", id: row!.id };
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Opens the page of the need, as the route of live updates does. */
async function open(ctx: Context, page = v7()) {
  const topics = await audibleTopics(ctx, [`need:${on.id}`]);
  const here = await placeAmong(ctx, topics);
  const names: string[] = [];
  const close = readLive({
    topics: new Set(topics),
    here: here && { ...here, id: page },
    send: (chunk) => {
      names.push(/^event: (\w+)/m.exec(new TextDecoder().decode(chunk))?.[1] ?? "");
      return true;
    },
    onEnd: () => {},
  });
  stops.push(close);
  return { page, close, names };
}
const colleagueOf = async ({ organisation }: Someone) => {
  const actor: Person = await person(organisation, ["buyer"], { name: "Colleague" });
  return { ...as(actor), actor };
};
const seenBy = async (ctx: Context) => (await listPresent(ctx, on)).map(({ personId }) => personId);
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 30 });

test("colleagues see each other at an object, for as long as the page is open", async () => {
  const colleague = await colleagueOf(buyer);
  const { close } = await open(colleague);
  await until(async () => expect(await seenBy(buyer)).toEqual([colleague.actor.personId]));
  expect(await seenBy(colleague)).toEqual([]);
  close();
  await until(async () => expect(await seenBy(buyer)).toEqual([]));
});

test("a page that connects anew stays, also when its old connection ends later", async () => {
  const colleague = await colleagueOf(buyer);
  const old = await open(colleague);
  await until(async () => expect(await seenBy(buyer)).toEqual([colleague.actor.personId]));
  const { close } = await open(colleague, old.page);
  old.close();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await seenBy(buyer)).toEqual([colleague.actor.personId]);
  close();
  await until(async () => expect(await seenBy(buyer)).toEqual([]));
});

test("a company's looking is its own affair: the buyer, a visitor and other companies do not see it", async () => {
  await open(company);
  await until(async () => expect(await seenBy(await colleagueOf(company))).toEqual([company.actor.personId]));
  for (const ctx of [buyer, curator, asVisitor(), await someone("company", "entrepreneur")])
    expect(await seenBy(ctx)).toEqual([]);
});

test("organisations that make a programme of it together see each other", async () => {
  const [programme] = await database()
    .insert(programmes)
    .values({
      title: "Clean harbour",
      language: "en",
      leadId: curator.organisation.id,
      status: "published",
      publishedAt: new Date(),
      createdBy: curator.actor.personId,
    })
    .returning();
  await open(curator);
  expect(await seenBy(buyer)).toEqual([]);
  await database().insert(programmeNeeds).values({
    programmeId: programme!.id,
    needId: on.id,
    status: "consented",
    proposedBy: curator.actor.personId,
  });
  await until(async () => expect(await seenBy(buyer)).toEqual([curator.actor.personId]));
});

test("who does not want to be seen is gone at once, does not come back, and sees nobody", async () => {
  const colleague = await colleagueOf(buyer);
  await open(colleague);
  await open(buyer);
  await until(async () => expect(await seenBy(buyer)).toHaveLength(1));
  await changePresence(colleague, { isShown: false });
  expect(await seenBy(buyer)).toEqual([]);
  expect(await seenBy(colleague)).toEqual([]);
  await open(colleague);
  expect(await placeAmong(colleague, [`need:${on.id}`])).toBeNull();
  await changePresence(colleague, { isShown: true });
  expect(await seenBy(colleague)).toEqual([buyer.actor.personId]);
});

test("what an open page tells of itself reaches who sees it there; nobody can tell it for another", async () => {
  const colleague = await colleagueOf(buyer);
  const { page } = await open(colleague);
  await until(async () => expect(await seenBy(buyer)).toHaveLength(1));
  await tellHere(colleague, { page, payload: { at: 12 } });
  expect(await listPresent(buyer, on)).toMatchObject([{ payload: { at: 12 } }]);
  await expect(tellHere(company, { page, payload: { at: 1 } })).rejects.toMatchObject({ code: "not-found" });
});

test("nobody can take over another's page by its id", async () => {
  const colleague = await colleagueOf(buyer);
  const { page } = await open(colleague);
  await until(async () => expect(await seenBy(buyer)).toHaveLength(1));
  const { close } = await open(company, page);
  await until(async () => expect(await seenBy(buyer)).toEqual([colleague.actor.personId]));
  close();
  expect(await seenBy(await colleagueOf(company))).toEqual([]);
});

test("of a process that died nobody is here", async () => {
  const colleague = await colleagueOf(buyer);
  await database().execute(sql`insert into presences (id, process, person_id, organisation_id, topic, seen_at)
    values (${v7()}, ${v7()}, ${colleague.actor.personId}, ${buyer.organisation.id}, ${`need:${on.id}`}, now() - interval '2 minutes')`);
  expect(await seenBy(buyer)).toEqual([]);
});

test("coming is told to who is there, and to no visitor's page", async () => {
  const { names: theirs } = await open(buyer);
  const { names: visitors } = await open(asVisitor());
  await until(async () => expect(theirs).toContain("presence"));
  const before = theirs.filter((name) => name === "presence").length;
  await open(await colleagueOf(buyer));
  await until(async () =>
    expect(theirs.filter((name) => name === "presence").length).toBeGreaterThan(before),
  );
  expect(visitors).not.toContain("presence");
});
