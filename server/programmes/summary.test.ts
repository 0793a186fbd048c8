import { expect, test } from "vitest";
import { summaryOf } from "./summary";

const need = (windowStart: string, windowEnd: string, min: number, max: number, buyerId: string) => ({
  windowStart,
  windowEnd,
  valueMinCents: min,
  valueMaxCents: max,
  buyerId,
});

test("a programme's value, timeline and buyers follow from its needs", () => {
  const needs = [
    need("2027-01-01", "2027-03-31", 100, 200, "a"),
    need("2026-10-01", "2026-12-31", 50, 80, "b"),
    need("2028-01-01", "2028-06-30", 0, 20, "a"),
  ];
  expect(summaryOf(needs)).toEqual({
    needs: 3,
    buyers: 2,
    valueMinCents: 150,
    valueMaxCents: 300,
    start: "2026-10-01",
    end: "2028-06-30",
  });
});

test("a programme without needs is worth nothing and has no period", () => {
  expect(summaryOf([])).toEqual({
    needs: 0,
    buyers: 0,
    valueMinCents: 0,
    valueMaxCents: 0,
    start: null,
    end: null,
  });
});
