import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOfDay, placeOn } from "./place";
import { busiestQuarter, middleOf } from "./sums";

const columns = ["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"];

test("a bar covers the quarters of its window, and no others", () => {
  expect(placeOn(columns, { windowStart: "2027-04-01", windowEnd: "2027-09-30" })).toMatchObject({
    first: 2,
    last: 4,
  });
});

test("a window that reaches beyond the columns is cut off at them", () => {
  expect(placeOn(columns, { windowStart: "2025-01-01", windowEnd: "2031-12-31" })).toMatchObject({
    first: 1,
    last: 5,
  });
});

test("whatever the window, the bar has a width and lies on the columns", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [windowStart, windowEnd] = [one, other].sort() as [string, string];
      const { first, last, wordsFrom, wordsTo } = placeOn(columns, { windowStart, windowEnd });
      expect(first).toBeGreaterThanOrEqual(1);
      expect(last).toBeGreaterThan(first);
      expect(last).toBeLessThanOrEqual(columns.length + 1);
      expect(wordsTo).toBeGreaterThan(wordsFrom);
    }),
  );
});

test("a day lies on the columns as far along as it lies in time, and elsewhere on none", () => {
  expect(placeOfDay(columns, "2027-01-01")).toBe(0);
  expect(placeOfDay(columns, "2027-07-01")).toBe(0.5);
  expect(placeOfDay(columns, "2027-12-31")).toBe(1);
  expect(placeOfDay(columns, "2028-01-01")).toBeNull();
});

test("the busiest quarter is the one with most money, and without needs there is none", () => {
  const quarters = [
    { quarter: "2027-Q1", valueMinCents: 10, valueMaxCents: 20 },
    { quarter: "2027-Q2", valueMinCents: 0, valueMaxCents: 31 },
  ];
  expect(busiestQuarter(quarters)?.quarter).toBe("2027-Q2");
  expect(busiestQuarter([])).toBeNull();
  expect(middleOf(quarters[1]!)).toBe(16);
});
