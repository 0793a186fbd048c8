import fc from "fast-check";
import { expect, test } from "vitest";
import { quarterOfDay } from "@/components/needs/quarters";
import { shiftDay, shifted } from "./shift";

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const quarters = fc.integer({ min: -20, max: 20 });
const countOf = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));

test("a day moves by exactly as many quarters as asked, over years and leap years", () => {
  fc.assert(
    fc.property(day, quarters, (from, by) => {
      const to = shiftDay(from, by);
      expect(countOf(quarterOfDay(to)) - countOf(quarterOfDay(from))).toBe(by);
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
