import { expect, test } from "vitest";
import { asVisitor, someone } from "@/tests/factories/people";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";

const theme = region().region.missionThemes[0]!.slug;
const NOW = new Date("2027-05-10T10:00:00Z");
const at = <C extends { now: Date }>(ctx: C) => createCaller({ ...ctx, now: NOW } as never);

async function buyerOf(...needs: object[]) {
  const ctx = await someone("ministry", "buyer");
  const api = createCaller(ctx);
  const ids: string[] = [];
  for (const given of needs) {
    const { id } = await api.needs.create({
      title: "Behoefte op het bord",
      language: "nl",
      certainty: "idea",
      visibility: "public",
      windowStart: "2027-07-01",
      windowEnd: "2027-12-31",
      valueMinCents: 100,
      valueMaxCents: 300,
      theme,
      ...given,
    });
    await api.needs.publish({ id, version: 1 });
    ids.push(id);
  }
  return { ...ctx, api, ids };
}

test("the board has every certainty, with what each adds up to, and only for its buyer what a change starts from", async () => {
  const word = "bordeend";
  const buyer = await buyerOf(
    { title: `Nest voor de ${word}` },
    { title: `Vijver voor de ${word}`, certainty: "announced" },
    { title: `Oever voor de ${word}`, certainty: "announced" },
  );
  const [own, visitor] = [
    await at(buyer).roadmap.board({ q: word }),
    await at(asVisitor()).roadmap.board({ q: word }),
  ];
  expect(own.columns.map(({ key, needs, valueMaxCents }) => [key, needs, valueMaxCents])).toEqual([
    ["announced", 2, 600],
    ["budgeted", 0, 0],
    ["draft-budget", 0, 0],
    ["idea", 1, 300],
  ]);
  expect([own.mayChange, own.columns[3]!.shown[0]!.own?.version]).toEqual([true, 2]);
  expect([visitor.mayChange, visitor.columns[3]!.shown[0]!.own]).toEqual([false, undefined]);
});

test("board, places and timeline mark what was searched for; the board's cards show where else it stands", async () => {
  const word = "boomvalk";
  await buyerOf(
    { title: `Toren voor de ${word}`, place: "Valkenhorst" },
    { title: "Bos met toren", description: `Voor de ${word}.`, place: "Valkenhorst" },
  );
  const visitor = at(asVisitor());
  const [board, places, roadmap] = [
    await visitor.roadmap.board({ q: word }),
    await visitor.roadmap.places({ q: word }),
    await visitor.roadmap.view({ q: word }),
  ];
  const marked = (all: { found?: { title: { text: string; isMatch: boolean }[] } }[]) =>
    all.map(({ found }) => found!.title.filter(({ isMatch }) => isMatch).map(({ text }) => text));
  const cards = board.columns.flatMap(({ shown }) => shown);
  for (const shown of [cards, places[0]!.shown, roadmap.loose]) expect(marked(shown)).toEqual([[word], []]);
  expect(cards.map(({ found }) => found!.fragment?.map(({ text }) => text))).toEqual([
    undefined,
    ["Voor de ", word, "."],
  ]);
  expect((await visitor.roadmap.board({})).columns.flatMap(({ shown }) => shown)[0]).not.toHaveProperty(
    "found",
  );
});

test("by state the board shows a buyer its drafts, and nobody else", async () => {
  const word = "kuifmees";
  const buyer = await buyerOf({ title: `Bos voor de ${word}` });
  await buyer.api.needs.create({
    title: `Haag voor de ${word}`,
    language: "nl",
    certainty: "idea",
    visibility: "public",
    windowStart: "2027-07-01",
    windowEnd: "2027-12-31",
  });
  const counts = async (ctx: { now: Date }) =>
    (await at(ctx).roadmap.board({ q: word, by: "status" })).columns.map(
      ({ key, needs }) => `${key} ${needs}`,
    );
  expect(await counts(buyer)).toEqual(["draft 1", "published 1", "fulfilled 0", "withdrawn 0"]);
  expect(await counts(await someone("ministry", "buyer"))).toEqual([
    "draft 0",
    "published 1",
    "fulfilled 0",
    "withdrawn 0",
  ]);
});

test("another certainty is said by the need's buyer, on the version it saw, and the log keeps it", async () => {
  const buyer = await buyerOf({});
  const id = buyer.ids[0]!;
  const other = createCaller(await someone("ministry", "buyer"));
  await expect(other.needs.setCertainty({ id, version: 2, certainty: "budgeted" })).rejects.toThrow(
    "needs.onlyBuyer",
  );
  await buyer.api.needs.setCertainty({ id, version: 2, certainty: "budgeted" });
  await expect(buyer.api.needs.setCertainty({ id, version: 2, certainty: "idea" })).rejects.toThrow(
    "conflict",
  );
  expect((await buyer.api.needs.byId({ id })).certainty).toBe("budgeted");
  const history = await buyer.api.collaboration.history({ kind: "need", id });
  expect(JSON.stringify(history)).toContain("budgeted");
});

test("places that differ only in case and spaces are one, and who names none comes last", async () => {
  const word = "zilvermeeuw";
  await buyerOf(
    { title: `Dak voor de ${word}`, place: "Haven", valueMaxCents: 500 },
    { title: `Mast voor de ${word}`, place: " haven " },
    { title: `Plein voor de ${word}`, place: "Boulevard" },
    { title: `Ergens voor de ${word}`, valueMaxCents: 9000 },
  );
  const places = await at(asVisitor()).roadmap.places({ q: word });
  expect(places.map(({ place, needs, buyers }) => [place.toLowerCase(), needs, buyers])).toEqual([
    ["haven", 2, 1],
    ["boulevard", 1, 1],
    ["", 1, 1],
  ]);
});
