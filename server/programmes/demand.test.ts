import { expect, test } from "vitest";
import { type AskingNeed, demandByYear, type PledgedYears, skillDemand } from "./demand";

const need = (windowStart: string, given: Partial<AskingNeed> = {}): AskingNeed => ({
  windowStart,
  windowEnd: windowStart,
  valueMinCents: 100,
  valueMaxCents: 200,
  buyerId: "a",
  skills: [],
  questions: [],
  ...given,
});
const pledge = (kind: PledgedYears["kind"], yearFrom: number, yearTo: number, given = {}): PledgedYears => ({
  kind,
  yearFrom,
  yearTo,
  amountCents: null,
  quantity: null,
  topics: [],
  ...given,
});

test("demand counts in the year a window starts; capital is spread over the years of its pledge", () => {
  const rows = demandByYear([need("2027-01-01")], [pledge("capital", 2027, 2028, { amountCents: 500 })]);
  expect(rows.map(({ year, needs, kinds }) => [year, needs, kinds.capital])).toEqual([
    [2027, 1, { asked: 150, met: 250, gap: 0, pledges: 1 }],
    [2028, 0, { asked: 0, met: 250, gap: 0, pledges: 1 }],
  ]);
  expect(rows[0]!.kinds.capacity).toEqual({ asked: 1, met: 0, gap: 1, pledges: 0 });
});

test("training closes the gap of the skills it names, in its years; what it does not name stays open", () => {
  const asked = need("2027-01-01", { skills: ["Lassen (mbo)", "data-analyse", "lassen (MBO)"] });
  const [row] = demandByYear(
    [asked],
    [
      pledge("training", 2027, 2027, { topics: ["lassen"] }),
      pledge("training", 2028, 2028, { topics: ["data-analyse"] }),
    ],
  );
  expect(row!.kinds.training).toEqual({ asked: 2, met: 1, gap: 1, pledges: 1 });
});

test("research answers a question in any year; a need that asks none asks no research", () => {
  const asked = need("2029-01-01", { questions: ["Hoe lang? (TRL 4)", "Wie?"] });
  const rows = demandByYear(
    [asked, need("2030-01-01")],
    [pledge("research", 2027, 2028, { topics: ["hoe lang?"] })],
  );
  const of = (year: number) => rows.find((row) => row.year === year)!.kinds.research;
  expect(of(2029)).toEqual({ asked: 2, met: 1, gap: 1, pledges: 0 });
  expect(of(2030)).toEqual({ asked: 0, met: 0, gap: 0, pledges: 0 });
});

test("per skill and year the places of the training that names it add up, what lacks them first", () => {
  const rows = skillDemand(
    [
      need("2027-01-01", { skills: ["lassen (mbo)", "zagen"] }),
      need("2028-01-01", { skills: ["Lassen (mbo)"] }),
    ],
    [
      pledge("training", 2027, 2027, { topics: ["Zagen", "lassen (mbo)"], quantity: 20 }),
      pledge("training", 2027, 2030, { topics: ["zagen"], quantity: 5 }),
    ],
  );
  expect(rows).toEqual([
    {
      name: "lassen",
      level: "mbo",
      years: [
        { year: 2027, needs: 1, places: 20, isMet: true },
        { year: 2028, needs: 1, places: 0, isMet: false },
      ],
    },
    { name: "zagen", level: null, years: [{ year: 2027, needs: 1, places: 25, isMet: true }] },
  ]);
});
