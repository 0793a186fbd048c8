import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadOverYears } from "../../programmes/spread";
import { capitalByYear, multiplierOf } from "./capital";
import { firstMoment } from "./first-moment";

const now = new Date("2027-05-10T10:00:00Z");

test("a company first acts on the open challenge that closes first, and on none that has closed", () => {
  const need = {
    calls: [
      { id: "late", deadline: "2027-09-01T10:00:00+00:00" },
      { id: "closed", deadline: "2027-05-10T11:59:00+02:00" },
      { id: "soon", deadline: "2027-06-01T10:00:00+00:00" },
    ],
    canPledge: true,
    windowStart: "2028-01-01",
  };
  expect(firstMoment(need, now)).toMatchObject({ kind: "respond", challengeId: "soon" });
});

test("without a challenge it pledges now, and without a programme it waits for the window", () => {
  const need = { calls: [], windowStart: "2028-01-01" };
  expect(firstMoment({ ...need, canPledge: true }, now)).toEqual({ kind: "pledge" });
  expect(firstMoment({ ...need, canPledge: false }, now)).toEqual({ kind: "window", at: "2028-01-01" });
});

test("capital spread over years adds up to the cent, and no two years differ by more than one", () => {
  fc.assert(
    fc.property(fc.nat(1e13), fc.integer({ min: 2000, max: 2100 }), fc.nat(20), (cents, from, more) => {
      const parts = spreadOverYears(cents, from, from + more).map(([, part]) => part);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test("spending counts in its year, capital in each of its years, and the gap is never below zero", () => {
  const rows = capitalByYear(
    [
      { year: 2027, certainty: "budgeted", cents: 1000, looseCents: 0 },
      { year: 2029, certainty: "idea", cents: 400, looseCents: 400 },
    ],
    [
      { yearFrom: 2026, yearTo: 2027, cents: 400, isOwn: true },
      { yearFrom: 2027, yearTo: 2030, cents: 2400, isOwn: false },
    ],
  );
  expect(
    rows.map(({ year, ownCents, othersCents, gapCents }) => [year, ownCents, othersCents, gapCents]),
  ).toEqual([
    [2027, 200, 600, 200],
    [2029, 0, 600, 0],
  ]);
  expect(rows[0]!.multiplier).toBe(3);
  expect(rows[1]).toMatchObject({ multiplier: null, looseCents: 400, spendingCents: 400 });
  expect(capitalByYear([], [])).toEqual([]);
  expect(multiplierOf(0, 100)).toBeNull();
});
