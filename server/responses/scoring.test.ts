import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanOfPoints, needsConsensus, responseScore, spreadOf, weightedMean } from "./scoring";

const two = [
  { key: "impact", weight: 60 },
  { key: "price", weight: 40 },
];
const scored = (impact: number | null, price: number | null) => [
  { criterion: "impact", score: impact },
  { criterion: "price", score: price },
];

describe("the mean", () => {
  test("of 3, 5, 5, 1 is 3.50", () => {
    expect(meanOfPoints([3, 5, 5, 1])).toBe(3.5);
    const one = [{ key: "impact", weight: 100 }];
    const reviews = [3, 5, 5, 1].map((score) => [{ criterion: "impact", score }]);
    expect(responseScore(one, reviews)).toBe(3.5);
  });

  test("weighs the criteria", () => {
    expect(weightedMean(two, scored(5, 0))).toBe(3);
    expect(weightedMean(two, scored(4, 3))).toBe(3.6);
  });

  test("leaves out what does not apply and lets the others make up the whole", () => {
    expect(weightedMean(two, scored(4, null))).toBe(4);
    expect(weightedMean(two, scored(null, null))).toBeNull();
    expect(responseScore(two, [scored(null, null), scored(2, 2)])).toBe(2);
    expect(responseScore(two, [])).toBeNull();
  });

  test("rounds a half away from zero, also where a computer would write it just below", () => {
    // 1 of 8 points is 0.125; 201 of 200 points is 1.005, which as a float lies below the half.
    expect(meanOfPoints([1, 0, 0, 0, 0, 0, 0, 0])).toBe(0.13);
    expect(meanOfPoints([...Array.from({ length: 199 }, () => 1), 2])).toBe(1.01);
  });

  test("rounds once, at the end", () => {
    const thirds = [
      { key: "a", weight: 1 },
      { key: "b", weight: 2 },
    ];
    const given = (a: number) => [
      { criterion: "a", score: a },
      { criterion: "b", score: 0 },
    ];
    // Two means of 1/3 and five of 0: 2/21 = 0.0952…; from means of 0.33 it would be 0.0943 and so 0.09.
    expect(responseScore(thirds, [given(1), given(1), ...Array.from({ length: 5 }, () => given(0))])).toBe(
      0.1,
    );
  });
});

describe("the spread", () => {
  test("is between the lowest and the highest of who scored the criterion", () => {
    expect(spreadOf("impact", [scored(1, 0), scored(4, 0), scored(null, 0)])).toEqual({
      min: 1,
      max: 4,
      range: 3,
    });
    expect(spreadOf("impact", [scored(1, 0), scored(null, 0)])).toBeNull();
  });

  test("of more than two asks how they came to agree", () => {
    expect(needsConsensus(two, [scored(5, 3), scored(3, 3)])).toBe(false);
    expect(needsConsensus(two, [scored(5, 3), scored(2, 3)])).toBe(true);
  });
});

const criteria = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) => fc.record({ key: fc.constant(key), weight: fc.integer({ min: 1, max: 100 }) })),
    ),
  );
const withScores = (score: fc.Arbitrary<number | null>) =>
  criteria.chain((of) =>
    fc.tuple(
      fc.constant(of),
      fc.array(fc.tuple(...of.map(({ key }) => fc.record({ criterion: fc.constant(key), score }))), {
        minLength: 1,
        maxLength: 6,
      }),
    ),
  );
const point = fc.integer({ min: 0, max: 5 });

describe("whatever the weights and scores", () => {
  test("a score lies between the lowest and the highest point given", () => {
    fc.assert(
      fc.property(withScores(point), ([of, reviews]) => {
        const points = reviews.flat().map(({ score }) => score!);
        const score = responseScore(of, reviews)!;
        expect(score).toBeGreaterThanOrEqual(Math.min(...points));
        expect(score).toBeLessThanOrEqual(Math.max(...points));
      }),
    );
  });

  test("it lies within half a hundredth of the exact value", () => {
    fc.assert(
      fc.property(withScores(fc.option(point)), ([of, reviews]) => {
        const means = reviews.flatMap((scores) => {
          const counted = of.filter(({ key }) => scores.find((it) => it.criterion === key)?.score !== null);
          const whole = counted.reduce((sum, { weight }) => sum + weight, 0);
          if (whole === 0) return [];
          const value = counted.reduce(
            (sum, { key, weight }) =>
              sum + (scores.find((it) => it.criterion === key)!.score! * weight) / whole,
            0,
          );
          return [value];
        });
        const score = responseScore(of, reviews);
        if (means.length === 0) {
          expect(score).toBeNull();
          return;
        }
        const exact = means.reduce((a, b) => a + b, 0) / means.length;
        expect(Math.abs(score! - exact)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });

  test("the order of criteria, of scores and of reviewers does not matter", () => {
    fc.assert(
      fc.property(withScores(fc.option(point)), ([of, reviews]) => {
        const turned = [...reviews].reverse().map((scores) => [...scores].reverse());
        expect(responseScore([...of].reverse(), turned)).toBe(responseScore(of, reviews));
      }),
    );
  });

  test("a better score on a criterion never makes a response worse", () => {
    fc.assert(
      fc.property(withScores(point), ([of, reviews]) => {
        const better = reviews.map((scores, at) =>
          at > 0 ? scores : scores.map((it, index) => (index > 0 ? it : { ...it, score: 5 })),
        );
        expect(responseScore(of, better)!).toBeGreaterThanOrEqual(responseScore(of, reviews)!);
      }),
    );
  });

  test("weights may be given in any unit", () => {
    fc.assert(
      fc.property(withScores(fc.option(point)), fc.integer({ min: 2, max: 9 }), ([of, reviews], times) => {
        const scaled = of.map(({ key, weight }) => ({ key, weight: weight * times }));
        expect(responseScore(scaled, reviews)).toBe(responseScore(of, reviews));
      }),
    );
  });
});
