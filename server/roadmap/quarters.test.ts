import fc from "fast-check";
import { expect, test } from "vitest";
import { quarterOfDay, quartersBetween, startOfQuarter } from "./quarters";

test("a day lies in the quarter of its month", () => {
  expect(["2027-01-01", "2027-03-31", "2027-04-01", "2027-12-31"].map(quarterOfDay)).toEqual([
    "2027-Q1",
    "2027-Q1",
    "2027-Q2",
    "2027-Q4",
  ]);
});

test("a quarter starts on the first day of its first month", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      (moment) => {
        const start = startOfQuarter(moment);
        expect(quarterOfDay(start)).toBe(quarterOfDay(moment.toISOString().slice(0, 10)));
        expect(start <= moment.toISOString().slice(0, 10)).toBe(true);
        expect(start.slice(5)).toMatch(/^(01|04|07|10)-01$/);
      },
    ),
  );
});

test("quarters follow each other over the end of a year, and stop at the most that fits", () => {
  expect(quartersBetween("2026-Q3", "2027-Q2", 24)).toEqual(["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"]);
  expect(quartersBetween("2026-Q4", "2040-Q4", 3)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2"]);
  expect(quartersBetween("2027-Q2", "2027-Q1", 24)).toEqual([]);
});
