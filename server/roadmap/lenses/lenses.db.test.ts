import { expect, test } from "vitest";
import type { OrganisationKind, PledgeKind } from "@/db/enums";
import { asVisitor, someone } from "@/tests/factories/people";
import { listEcosystems } from "../../regions/queries";
import { region } from "../../regions/region";
import { createCaller } from "../../trpc/root";
import { LENSES, type Lens } from "../input";

const theme = region().region.missionThemes[0]!.slug;
const ecosystem = listEcosystems()[0]!.slug;
const NOW = new Date("2027-05-10T10:00:00Z");
const at = <C extends { now: Date }>(ctx: C) => createCaller({ ...ctx, now: NOW } as never);
const visitor = () => at(asVisitor()).roadmap.lens;

/** Every test finds its own needs by a word that stands in no other. */
const words = ["zeearend", "bruinvis", "steenloper", "kluut", "grutto", "tureluur", "wulp", "scholekster"];
const ownWord = () => words.pop()!;

async function need(title: string, given: object = {}) {
  const ctx = await someone("ministry", "buyer");
  const api = createCaller(ctx);
  const { id } = await api.needs.create({
    title: `Een ${title}`,
    language: "nl",
    certainty: "budgeted",
    visibility: "public",
    windowStart: "2028-01-01",
    windowEnd: "2028-12-31",
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
  const lead = createCaller(await someone("cluster-organisation", "curator"));
  const { id } = await lead.programmes.create({
    title: `Programma ${title}`,
    description: title,
    language: "nl",
    theme,
    ecosystems: [ecosystem],
    elements: ["talent"],
  });
  await lead.programmes.publish({ id, version: 1 });
  for (const one of needs) {
    const link = { programmeId: id, needId: one.id };
    const { version } = await lead.programmes.proposeNeed(link);
    await one.api.programmes.consent({ ...link, version });
  }
  return { id, lead };
}

async function pledger(kind: OrganisationKind) {
  const ctx = await someone(kind, "partner");
  const pledge = (programmeId: string, of: PledgeKind, given: object) =>
    createCaller(ctx).programmes.pledge({
      programmeId,
      kind: of,
      title: "Wij doen mee",
      language: "nl",
      yearFrom: 2028,
      yearTo: 2029,
      ...given,
    });
  return { lens: at(ctx).roadmap.lens, pledge };
}

test("an educator sees per skill, level and year what is asked and where no places are", async () => {
  const q = ownWord();
  const one = await need(q, { skills: ["Lassen (MBO)", "lassen (mbo)", "data-analyse"] });
  await need(q, { skills: ["lassen (mbo)"], windowStart: "2029-04-01", windowEnd: "2029-06-30" });
  await bundled(q, one);
  const { skills, years, totals } = await visitor().educator({ q });
  expect(years).toEqual([2028, 2029]);
  expect(totals).toEqual({ skills: 2, lacking: 2, needs: 2, loose: 1 });
  expect(skills.find(({ name }) => name === "lassen")).toEqual({
    name: "lassen",
    level: "mbo",
    needs: 2,
    open: 2,
    certainties: { budgeted: 2 },
    years: [
      { year: 2028, needs: 1, open: 1, loose: 0, places: 0 },
      { year: 2029, needs: 1, open: 1, loose: 1, places: 0 },
    ],
  });
});

test("training that names a skill closes its gap, in its years and its programme only", async () => {
  const q = ownWord();
  const one = await need(q, { skills: ["Solderen (mbo)"] });
  const later = await need(q, {
    skills: ["solderen (mbo)"],
    windowStart: "2031-01-01",
    windowEnd: "2031-03-31",
  });
  const elsewhere = await need(q, { skills: ["solderen (mbo)"] });
  const programme = await bundled(q, one, later);
  await bundled(q, elsewhere);
  const { lens, pledge } = await pledger("education");
  const yearsNow = async () => (await lens.educator({ q })).skills[0]!.years;
  await pledge(programme.id, "training", { topics: ["solderen (hbo)"], quantity: 5 });
  expect((await yearsNow())[0]).toMatchObject({ year: 2028, needs: 2, open: 2, places: 0 });
  await pledge(programme.id, "training", { topics: ["SOLDEREN (mbo) ", "Lassen"], quantity: 20 });
  expect(await yearsNow()).toEqual([
    { year: 2028, needs: 2, open: 1, loose: 0, places: 20 },
    { year: 2031, needs: 1, open: 1, loose: 0, places: 0 },
  ]);
  const left = await lens.pledging({ q, lens: "educator", topic: "solderen (mbo)" });
  expect(left).toMatchObject({ mayPledge: true, mayBundle: false });
  expect(left.programmes).toHaveLength(2);
  expect((await lens.pledging({ q, lens: "educator", topic: "breien" })).programmes).toEqual([]);
});

test("a researcher sees each question with its readiness level, and what was pledged for it", async () => {
  const q = ownWord();
  const one = await need(q, { questions: ["Hoe lang houdt het? (TRL 4)", "Wie betaalt?"] });
  const programme = await bundled(q, one);
  const { lens, pledge } = await pledger("research");
  await pledge(programme.id, "research", { topics: ["hoe lang houdt het?"] });
  const { questions, totals, themes } = await lens.researcher({ q });
  expect(totals).toEqual({ questions: 2, open: 1, buyers: 1, loose: 0 });
  expect(themes).toEqual([{ theme, certainty: "budgeted", questions: 2, open: 1 }]);
  expect(questions.map(({ words: said, trl, research }) => [said, trl, research.length])).toEqual([
    ["Wie betaalt?", null, 0],
    ["Hoe lang houdt het?", 4, 1],
  ]);
});

test("a financier sees spending by certainty against own and others' capital, and the gap", async () => {
  const q = ownWord();
  const one = await need(q, { valueMinCents: 10_000, valueMaxCents: 30_000 });
  await need(q, { certainty: "idea", windowStart: "2029-01-01", windowEnd: "2029-03-31" });
  const programme = await bundled(q, one);
  const [own, other] = [await pledger("financier"), await pledger("financier")];
  await own.pledge(programme.id, "capital", { amountCents: 2000 });
  await other.pledge(programme.id, "capital", { amountCents: 6000 });
  const { years, totals, programmes } = await own.lens.financier({ q });
  expect(years).toMatchObject([
    { year: 2028, spendingCents: 20_000, ownCents: 1000, othersCents: 3000, gapCents: 16_000, looseCents: 0 },
    { year: 2029, spendingCents: 200, ownCents: 1000, othersCents: 3000, gapCents: 0, looseCents: 200 },
  ]);
  expect(totals).toMatchObject({ spendingCents: 20_200, ownCents: 2000, othersCents: 6000, multiplier: 3 });
  expect(programmes).toMatchObject([{ id: programme.id, gapCents: 12_000, isOpen: true }]);
  expect((await visitor().financier({ q })).totals).toMatchObject({ ownCents: 0, multiplier: null });
});

test("a company sees how soon it can act, soonest first", async () => {
  const q = ownWord();
  const late = await need(q, { windowStart: "2027-07-01" });
  const pledgeable = await need(q, { windowStart: "2029-01-01", windowEnd: "2029-03-31" });
  await bundled(q, pledgeable);
  const { needs, totals, quarters } = await visitor().company({ q });
  expect(needs.map(({ id, first }) => [id, first.kind])).toEqual([
    [pledgeable.id, "pledge"],
    [late.id, "window"],
  ]);
  expect(totals).toMatchObject({ needs: 2, actable: 1, loose: 1 });
  expect(quarters.map(({ quarter, cents }) => [quarter, cents])).toEqual([
    ["2027-Q3", 200],
    ["2029-Q1", 200],
  ]);
});

test("no lens shows what the roadmap hides: not a need, not a skill, not a question, not its money", async () => {
  const q = ownWord();
  const hidden = { visibility: "signed-in", skills: ["geheimschrift"], questions: ["Wie leest dit?"] };
  await bundled(q, await need(q, hidden));
  const [lens, reader] = [visitor(), (await pledger("company")).lens];
  const seen = async (from: typeof lens) => [
    (await from.company({ q })).totals.needs,
    (await from.educator({ q })).totals.skills,
    (await from.researcher({ q })).totals.questions,
    (await from.financier({ q })).totals.needs,
    (await from.pledging({ q, lens: "company" })).programmes.length,
  ];
  expect(await seen(lens)).toEqual([0, 0, 0, 0, 0]);
  expect(await seen(reader)).toEqual([1, 1, 1, 1, 1]);
});

test("every lens is good without anything in it, and on a page beyond the last", async () => {
  for (const lens of LENSES as readonly Lens[])
    expect(await visitor()[lens]({ q: "bestaatnergens", page: 99 })).toMatchObject({ pages: 1 });
});
