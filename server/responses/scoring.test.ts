import fc from "fast-check";
import { expect, test } from "vitest";
import { mean, round2, spread, weightedScore } from "./scoring";

const criteria = [
  { key: "impact", name: "Impact", weight: 50 },
  { key: "feasible", name: "Feasible", weight: 30 },
  { key: "price", name: "Price", weight: 20 },
];
const scored = (...values: (number | null)[]) =>
  values.map((score, index) => ({ criterion: criteria[index]!.key, score, reason: "because" }));

test("the mean of 3, 5, 5 and 1 is 3.50", () => {
  expect(mean([3, 5, 5, 1])).toBe(3.5);
});

test("halves round away from zero", () => {
  expect([round2(1.005), round2(2.675), round2(-1.005)]).toEqual([1.01, 2.68, -1.01]);
});

test("weights count", () => {
  expect(weightedScore(criteria, scored(5, 0, 0))).toBe(2.5);
});

test("a criterion that does not apply is left out and the rest weighs more", () => {
  expect(weightedScore(criteria, scored(4, 2, null))).toBe(3.25);
  expect(weightedScore(criteria, scored(null, null, null))).toBeNull();
});

test("a score lies between the lowest and the highest given, and equal scores give that score", () => {
  const value = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const score = weightedScore(criteria, scored(a, b, c))!;
      expect(score).toBeGreaterThanOrEqual(Math.min(a, b, c));
      expect(score).toBeLessThanOrEqual(Math.max(a, b, c));
      expect(weightedScore(criteria, scored(a, a, a))).toBe(a);
      expect(spread([a, b, c])).toBe(Math.max(a, b, c) - Math.min(a, b, c));
    }),
  );
});
