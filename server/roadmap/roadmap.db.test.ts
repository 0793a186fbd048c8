import { expect, test } from "vitest";
import { asVisitor, someone } from "@/tests/factories/people";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";

const theme = region().region.missionThemes[0]!.slug;
const ecosystem = listEcosystems()[0]!.slug;
const NOW = new Date("2027-05-10T10:00:00Z");
const at = <C extends { now: Date }>(ctx: C) => createCaller({ ...ctx, now: NOW } as never);

/** Every test finds its own needs by a word that stands in no other. */
const words = [
  "pelikaan",
  "kraanvogel",
  "aalscholver",
  "lepelaar",
  "roerdomp",
  "waterspreeuw",
  "goudplevier",
  "ijsvogel",
  "kluut",
];
const ownWord = () => words.pop()!;

async function need(title: string, given: object = {}) {
  const ctx = await someone("ministry", "buyer");
  const api = createCaller(ctx);
  const { id } = await api.needs.create({
    title,
    language: "nl",
    certainty: "budgeted",
    visibility: "public",
    windowStart: "2027-07-01",
    windowEnd: "2027-12-31",
    valueMinCents: 100,
    valueMaxCents: 300,
    theme,
    ecosystems: [ecosystem],
    ...given,
  });
  await api.needs.publish({ id, version: 1 });
  return { ...ctx, api, id };
}

async function bundled(title: string, ...needs: Awaited<ReturnType<typeof need>>[]) {
  const api = createCaller(await someone("cluster-organisation", "curator"));
  const { id } = await api.programmes.create({
    title,
    description: title,
    language: "nl",
    theme,
    ecosystems: [ecosystem],
    elements: ["demand"],
  });
  await api.programmes.publish({ id, version: 1 });
  for (const one of needs) {
    const link = { programmeId: id, needId: one.id };
    const { version } = await api.programmes.proposeNeed(link);
    await one.api.programmes.consent({ ...link, version });
  }
  return id;
}

test("needs that were agreed to stand in their programme's lane, the others loose", async () => {
  const word = ownWord();
  const one = await need(`Bruggen voor de ${word}`);
  const loose = await need(`Nesten voor de ${word}`);
  const id = await bundled("Ruimte langs het water", one);
  const view = await at(asVisitor()).roadmap.view({ q: word });
  expect(view.lanes.map((lane) => [lane.id, lane.shown.map((it) => it.id)])).toEqual([[id, [one.id]]]);
  expect(view.loose.map((it) => it.id)).toEqual([loose.id]);
  expect(view.totals).toMatchObject({ needs: 2, buyers: 2, valueMinCents: 200, valueMaxCents: 600 });
});

test("each need counts once, in the quarter its window starts or the first of the period", async () => {
  const word = ownWord();
  const twice = await need(`Uitkijkpunt voor de ${word}`);
  await need(`Al begonnen telling van de ${word}`, { windowStart: "2026-01-01", windowEnd: "2027-06-30" });
  await bundled("Eerste bundel", twice);
  await bundled("Tweede bundel", twice);
  const view = await at(asVisitor()).roadmap.view({ q: word });
  expect(view.lanes).toHaveLength(2);
  expect(view.quarters).toEqual([
    { quarter: "2027-Q2", needs: 1, valueMinCents: 100, valueMaxCents: 300 },
    { quarter: "2027-Q3", needs: 1, valueMinCents: 100, valueMaxCents: 300 },
  ]);
  expect(view.columns).toEqual(["2027-Q2", "2027-Q3", "2027-Q4"]);
});

test("what is over stays off, unless its period is asked for", async () => {
  const word = ownWord();
  await need(`Oude wens voor de ${word}`, { windowStart: "2026-01-01", windowEnd: "2026-12-31" });
  expect((await at(asVisitor()).roadmap.view({ q: word })).totals.needs).toBe(0);
  expect((await at(asVisitor()).roadmap.view({ q: word, from: "2026-01-01" })).totals.needs).toBe(1);
});

test("a visitor sees public needs only, one who is signed in more, the buyer its own", async () => {
  const word = ownWord();
  await need(`Openbaar plan voor de ${word}`);
  await need(`Beperkt plan voor de ${word}`, { visibility: "signed-in" });
  const own = await need(`Eigen plan voor de ${word}`, { visibility: "organisation" });
  const count = async (ctx: { now: Date }) => (await at(ctx).roadmap.view({ q: word })).totals.needs;
  expect([
    await count(asVisitor()),
    await count(await someone("company", "entrepreneur")),
    await count(own),
  ]).toEqual([1, 2, 3]);
});

test("each filter narrows the roadmap", async () => {
  const word = ownWord();
  await need(`Broedeiland voor de ${word}`);
  const view = at(await someone("company", "entrepreneur"));
  const count = async (filter: object) => (await view.roadmap.view({ q: word, ...filter })).totals.needs;
  const fitting = [
    { theme },
    { ecosystem },
    { buyerKind: "ministry" },
    { certainty: "budgeted" },
    { valueFrom: 300 },
    { from: "2027-12-31" },
    { until: "2027-07-01" },
  ];
  const other = [
    { theme: "ander" },
    { ecosystem: "ander" },
    { buyerKind: "province" },
    { certainty: "idea" },
    { valueFrom: 301 },
    { from: "2028-01-01" },
    { until: "2027-06-30" },
  ];
  expect(await Promise.all(fitting.map(count))).toEqual(fitting.map(() => 1));
  expect(await Promise.all(other.map(count))).toEqual(other.map(() => 0));
});

test("a programme that nothing is agreed in yet is shown, but not when the filters ask about needs", async () => {
  const word = ownWord();
  const id = await bundled(`Alles voor de ${word}`);
  const view = at(await someone("company", "entrepreneur"));
  const lanes = async (filter: object) =>
    (await view.roadmap.view({ q: word, ...filter })).lanes.map((lane) => [lane.id, lane.needs]);
  expect(await lanes({})).toEqual([[id, 0]]);
  expect(await lanes({ certainty: "idea" })).toEqual([]);
});

test("what visitors see is fresh within a second of a change", async () => {
  const word = ownWord();
  const view = () => at(asVisitor()).roadmap.view({ q: word });
  expect((await view()).totals.needs).toBe(0);
  await need(`Nieuwe plek voor de ${word}`);
  await expect.poll(async () => (await view()).totals.needs, { timeout: 1_000, interval: 50 }).toBe(1);
});

test("a page beyond the last programme still knows how many there are", async () => {
  const word = ownWord();
  await bundled("Vliegroute", await need(`Vliegroute van de ${word}`));
  const view = await at(asVisitor()).roadmap.view({ q: word, page: 2 });
  expect([view.lanes, view.laneCount, view.looseCount, view.pages]).toEqual([[], 1, 0, 1]);
});

test("only a buyer of the need's organisation gets what a move starts from, with room to move into", async () => {
  const word = ownWord();
  const own = await need(`Oever voor de ${word}`);
  const asked = async (ctx: { now: Date }) => at(ctx).roadmap.view({ q: word });
  const [buyer, other, visitor] = [
    await asked(own),
    await asked(await someone("ministry", "buyer")),
    await asked(asVisitor()),
  ];
  expect(buyer.mayMove).toBe(true);
  expect(buyer.loose[0]!.own).toEqual({ version: 2, precision: "quarter" });
  expect(buyer.columns).toEqual(["2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"]);
  expect([other.loose[0]!.own, visitor.loose[0]!.own, visitor.mayMove]).toEqual([
    undefined,
    undefined,
    false,
  ]);
  expect(visitor.columns).toEqual(["2027-Q3", "2027-Q4"]);
});
