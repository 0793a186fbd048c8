import { and, eq } from "drizzle-orm";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { persons } from "@/db/schema/accounts";
import { memberships } from "@/db/schema/organisations";
import { calendarFeeds } from "@/db/schema/views";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { calendarAnswer } from "./answer";
import { MOST_VIEWS } from "./input";

const theme = region().region.missionThemes[0]!.slug;
const view = { name: "Bruggen", address: "/roadmap?q=bruggen&view=table", filters: { q: "bruggen" } };
const code = async (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.code,
  );

async function who(...given: Parameters<typeof someone>) {
  const ctx = await someone(...given);
  return { ...ctx, api: createCaller(ctx) };
}
async function published(by: Awaited<ReturnType<typeof who>>, given: object = {}) {
  const { id } = await by.api.needs.create({
    title: "Sensoren voor bruggen",
    language: "nl",
    certainty: "budgeted",
    visibility: "public",
    windowStart: "2031-04-01",
    windowEnd: "2031-06-30",
    valueMinCents: 100_00,
    valueMaxCents: 200_00,
    theme,
    ...given,
  });
  await by.api.needs.publish({ id, version: 1 });
  return id;
}
const fileOf = (path: string) => path.slice("/api/calendar/".length);
const read = (path: string) => calendarAnswer(asVisitor(), fileOf(path));
async function eventsOf(path: string) {
  const answer = await read(path);
  expect(answer.status).toBe(200);
  return new ICAL.Component(ICAL.parse(await answer.text()))
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
}
const idsOf = async (path: string) =>
  (await eventsOf(path)).map(({ uid }) => uid.replace("@bundel", "")).sort();

test("a person keeps, renames and forgets views of their own, listed by name", async () => {
  const { api } = await who("company");
  const { id } = await api.views.save(view);
  await api.views.save({ ...view, name: "Achterkades" });
  await api.views.rename({ id, name: "Zeesluizen" });
  const own = await api.views.own();
  expect(own?.views.map(({ name, address }) => [name, address])).toEqual([
    ["Achterkades", view.address],
    ["Zeesluizen", view.address],
  ]);
  await api.views.remove({ id });
  expect((await api.views.own())?.views).toHaveLength(1);
});

test("nobody sees or touches another's views, and a visitor has none", async () => {
  const [one, other] = [await who("company"), await who("company")];
  const { id } = await one.api.views.save(view);
  expect((await other.api.views.own())?.views).toEqual([]);
  expect(await code(other.api.views.rename({ id, name: "Mijn" }))).toBe("notFound");
  expect(await code(other.api.views.remove({ id }))).toBe("notFound");
  expect(await code(other.api.views.makeFeed({ viewId: id }))).toBe("notFound");
  expect(await createCaller(asVisitor()).views.own()).toBeNull();
  expect(await code(createCaller(asVisitor()).views.save(view))).toBe("signIn");
});

test("a name stands for one view, also when two are saved at once; there is an end to their number", async () => {
  const { api } = await who("company");
  const [first, second] = await Promise.all([code(api.views.save(view)), code(api.views.save(view))]);
  expect([first, second].sort()).toEqual(["done", "views.nameTaken"]);
  for (let count = 1; count < MOST_VIEWS; count++)
    await api.views.save({ ...view, name: `Weergave ${count}` });
  expect(await code(api.views.save({ ...view, name: "Te veel" }))).toBe("views.tooMany");
});

test("an address is one of the roadmap's, never of another page or site", async () => {
  const { api } = await who("company");
  for (const address of [
    "https://example.org",
    "//example.org",
    "/roadmap/../admin",
    "/roadmap?q=a#b",
    "javascript:1",
  ])
    expect(await code(api.views.save({ ...view, address }))).toBe("BAD_REQUEST");
});

test("a calendar holds a whole day for each window of the view that opens, valid and in the person's language", async () => {
  const by = await who("ministry", "buyer");
  const title = `Bruggen; met, tekens\\ en een ${"lange ".repeat(20)}naam`;
  const id = await published(by, { title });
  await published(by, { title: "Iets anders geheel" });
  const { id: viewId } = await by.api.views.save({ ...view, filters: { q: "tekens" } });
  const { path } = await by.api.views.makeFeed({ viewId });
  const [event, ...others] = await eventsOf(path);
  expect(others).toEqual([]);
  expect(event!.uid).toBe(`${id}@bundel`);
  expect(event!.summary).toBe(`Venster gaat open: ${title.trim()}`);
  expect(event!.startDate.isDate).toBe(true);
  expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual(["2031-04-01", "2031-04-02"]);
  expect(event!.description).toContain("1 april 2031 – 30 juni 2031");
  const text = await (await read(path)).text();
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  await database().update(persons).set({ language: "en" }).where(eq(persons.id, by.actor.personId));
  expect((await eventsOf(path))[0]!.summary).toContain("Window opens: ");
});

test("a moved window moves in the calendar: the same event, a later count", async () => {
  const by = await who("ministry", "buyer");
  const id = await published(by);
  await by.api.collaboration.follow({ kind: "need", id });
  const { path } = await by.api.views.makeFeed({ viewId: null });
  const [before] = await eventsOf(path);
  const window = { windowStart: "2031-07-01", windowEnd: "2031-09-30", reason: "Later begroot" };
  await by.api.needs.move({ id, version: 2, ...window });
  const [after] = await eventsOf(path);
  expect(after!.uid).toBe(before!.uid);
  expect(after!.sequence).toBeGreaterThan(before!.sequence);
  expect(after!.startDate.toString()).toBe("2031-07-01");
});

test("what is followed comes in by need and by buyer, and only as this person may see it at that moment", async () => {
  const [by, reader] = [await who("ministry", "buyer"), await who("company")];
  const [open, inside] = [await published(by), await published(by, { visibility: "organisation" })];
  await reader.api.collaboration.follow({ kind: "organisation", id: by.organisation.id });
  const { path } = await reader.api.views.makeFeed({ viewId: null });
  expect(await idsOf(path)).toEqual([open]);
  const colleague = as(await person(by.organisation, ["buyer"]));
  const api = createCaller(colleague);
  await api.collaboration.follow({ kind: "organisation", id: by.organisation.id });
  const own = await api.views.makeFeed({ viewId: null });
  expect(await idsOf(own.path)).toEqual([open, inside].sort());
  await by.api.needs.withdraw({ id: open, version: 2, reason: "Geen budget meer" });
  expect(await idsOf(path)).toEqual([]);
});

test("who follows an ecosystem finds the windows of its needs in the calendar", async () => {
  const [here, elsewhere] = listEcosystems().map(({ slug }) => slug) as [string, string];
  const [by, reader] = [await who("ministry", "buyer"), await who("company")];
  const open = await published(by, { ecosystems: [here] });
  await published(by, { ecosystems: [here], visibility: "organisation" });
  await published(by, { ecosystems: [elsewhere] });
  await reader.api.collaboration.follow({ kind: "ecosystem", id: here });
  const { path } = await reader.api.views.makeFeed({ viewId: null });
  expect(await idsOf(path)).toEqual([open]);
});

test("a calendar stops with the membership that it was made with, and with the account", async () => {
  const by = await who("ministry", "buyer");
  const actor = await person(by.organisation, ["buyer"]);
  const { path } = await createCaller(as(actor)).views.makeFeed({ viewId: null });
  expect((await read(path)).status).toBe(200);
  await database()
    .delete(memberships)
    .where(and(eq(memberships.personId, actor.personId), eq(memberships.organisationId, by.organisation.id)));
  expect((await read(path)).status).toBe(404);

  const alone = await who("company");
  const feed = await alone.api.views.makeFeed({ viewId: null });
  const [{ email } = { email: null }] = await database()
    .select({ email: persons.email })
    .from(persons)
    .where(eq(persons.id, alone.actor.personId));
  await alone.api.accounts.erase({ confirmation: email! });
  expect((await read(feed.path)).status).toBe(404);
});

test("a renewed address replaces the old one, a revoked one is gone, and so is that of a view that is removed", async () => {
  const { api } = await who("company");
  const { id: viewId } = await api.views.save(view);
  const old = await api.views.makeFeed({ viewId });
  const renewed = await api.views.makeFeed({ viewId });
  expect([(await read(old.path)).status, (await read(renewed.path)).status]).toEqual([404, 200]);
  await api.views.revokeFeed({ viewId });
  expect((await read(renewed.path)).status).toBe(404);
  expect(await code(api.views.revokeFeed({ viewId }))).toBe("notFound");
  const again = await api.views.makeFeed({ viewId });
  await api.views.remove({ id: viewId });
  expect((await read(again.path)).status).toBe(404);
});

test("an address cannot be made of what is kept, is kept by nobody on the way, and is the same nothing when wrong", async () => {
  const { api, actor } = await who("company");
  const { path } = await api.views.makeFeed({ viewId: null });
  const rows = await database()
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, actor.personId));
  expect(JSON.stringify(rows)).not.toContain(fileOf(path).slice(0, -4));
  expect((await read(path)).headers.get("cache-control")).toBe("private, no-store");
  for (const file of [
    "x.ics",
    `${"a".repeat(43)}.ics`,
    rows[0]!.tokenHash,
    `${rows[0]!.tokenHash}.ics`,
    "",
    "%00.ics",
  ])
    expect((await calendarAnswer(asVisitor(), file)).status).toBe(404);
});
