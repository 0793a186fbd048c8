import fc from "fast-check";
import { expect, test } from "vitest";
import { quarterOfDay, quartersApart, quartersBetween, shiftDay, shifted, startOfQuarter } from "./quarters";

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

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const quarters = fc.integer({ min: -20, max: 20 });

test("a day moves by exactly as many quarters as asked, over years and leap years", () => {
  fc.assert(
    fc.property(day, quarters, (from, by) => {
      const to = shiftDay(from, by);
      expect(quartersApart(from, to)).toBe(by);
    }),
  );
});

test("a window of whole quarters stays one of whole quarters", () => {
  expect(shifted({ windowStart: "2027-10-01", windowEnd: "2027-12-31" }, { start: 1, end: 1 })).toEqual({
    windowStart: "2028-01-01",
    windowEnd: "2028-03-31",
  });
  expect(shiftDay("2028-03-31", 1)).toBe("2028-06-30");
  expect(shiftDay("2028-06-30", -1)).toBe("2028-03-31");
  expect(shiftDay("2027-11-30", 1)).toBe("2028-02-29");
});

test("a window that would end before it starts is none", () => {
  const window = { windowStart: "2027-01-01", windowEnd: "2027-03-31" };
  expect(shifted(window, { start: 0, end: -1 })).toBeNull();
  expect(shifted(window, { start: 1, end: 0 })).toBeNull();
  expect(shifted(window, { start: 0, end: 2 })).toEqual({
    windowStart: "2027-01-01",
    windowEnd: "2027-09-30",
  });
});
