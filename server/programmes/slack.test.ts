import fc from "fast-check";
import { expect, test } from "vitest";
import { firstDayOf, lastDayOf, quarterAfter, quarterOfDay, shifted } from "../core/quarters";
import { align, shiftWithinSlack } from "./slack";

const need = (id: string, from: string, to: string, slackEarlier = 0, slackLater = 0) => ({
  id,
  windowStart: firstDayOf(from),
  windowEnd: lastDayOf(to),
  slackEarlier,
  slackLater,
});
const needs = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(([start, length, earlier, later], at) => {
      const from = quarterAfter("2026-Q1", start);
      return need(String(at), from, quarterAfter(from, length), earlier, later);
    }),
  );
type Made = ReturnType<typeof need>;
const isOpen = (one: Made, by: number, quarter: string) => {
  const { windowStart, windowEnd } = shifted(one, { start: by, end: by })!;
  return quarterOfDay(windowStart) <= quarter && quarter <= quarterOfDay(windowEnd);
};

test("windows are aligned within the slack of each, and the quarter they meet in holds as many as it says", () => {
  fc.assert(
    fc.property(needs, (given) => {
      const { quarter, open, shifts } = align(given)!;
      for (const one of given) {
        const by = shifts[one.id] ?? 0;
        expect(by).toBeGreaterThanOrEqual(-one.slackEarlier);
        expect(by).toBeLessThanOrEqual(one.slackLater);
      }
      expect(given.filter((one) => isOpen(one, shifts[one.id] ?? 0, quarter)).length).toBe(open);
    }),
  );
});

test("no quarter holds more needs than the one that is chosen, wherever slack lets them go", () => {
  fc.assert(
    fc.property(needs, fc.integer({ min: -10, max: 60 }), (given, at) => {
      const quarter = quarterAfter("2026-Q1", at);
      const reach = (one: Made) =>
        Array.from({ length: one.slackEarlier + one.slackLater + 1 }, (_, by) => by - one.slackEarlier).some(
          (by) => isOpen(one, by, quarter),
        );
      expect(align(given)!.open).toBeGreaterThanOrEqual(given.filter(reach).length);
    }),
  );
});

test("of quarters that hold as many, the one is chosen that moves the least", () => {
  const given = [need("a", "2027-Q1", "2027-Q1", 0, 4), need("b", "2027-Q3", "2027-Q3", 1, 0)];
  expect(align(given)).toEqual({ quarter: "2027-Q2", open: 2, shifts: { a: 1, b: -1 } });
  expect(align([need("a", "2027-Q1", "2027-Q2"), need("b", "2027-Q2", "2027-Q4", 8, 8)])?.shifts).toEqual({});
});

test("a need without a window has no part in it", () => {
  expect(align([{ ...need("a", "2027-Q1", "2027-Q1"), windowStart: null }])).toBeNull();
});

test("a shift is within slack when the whole window moves by no more than its buyer allows", () => {
  const one = need("a", "2027-Q2", "2027-Q3", 1, 2);
  const to = (from: string, until: string) => ({
    windowStart: firstDayOf(from),
    windowEnd: lastDayOf(until),
  });
  expect(shiftWithinSlack(one, to("2027-Q4", "2028-Q1"))).toBe(2);
  expect(shiftWithinSlack(one, to("2027-Q1", "2027-Q2"))).toBe(-1);
  expect(shiftWithinSlack(one, to("2028-Q1", "2028-Q2"))).toBeNull();
  expect(shiftWithinSlack(one, to("2027-Q2", "2027-Q3"))).toBeNull();
  expect(shiftWithinSlack(one, to("2027-Q3", "2027-Q3"))).toBeNull();
});
