import fc from "fast-check";
import { expect, test } from "vitest";
import { ENOUGH_HISTORY, likelyStart, quantile, slipHistoryOf } from "./slip";

const shifts = fc.array(fc.integer({ min: -2000, max: 5000 }), { minLength: 1, maxLength: 60 });
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

test("a quantile lies between its neighbours, as PostgreSQL's percentile_cont gives it", () => {
  expect(quantile([0, 0, 90, 180], 0.5)).toBe(45);
  expect(quantile([10, 0, 20, 30, 40, 50, 60, 70, 80, 90], 0.9)).toBe(81);
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([], 0.5)).toBeNull();
});

test("a quantile is never below the least or above the most, and grows with its share", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(shifts, share, share, (days, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(quantile(days, low)!).toBeLessThanOrEqual(quantile(days, high)! + 1e-9);
      expect(quantile(days, low)!).toBeGreaterThanOrEqual(Math.min(...days));
      expect(quantile(days, high)!).toBeLessThanOrEqual(Math.max(...days) + 1e-9);
    }),
  );
});

test("history counts the needs, those that moved, and what is lacking", () => {
  expect(slipHistoryOf([0, 0, 90, 180])).toEqual({
    needs: 4,
    moved: 2,
    medianDays: 45,
    p90Days: 153,
    lacking: ENOUGH_HISTORY - 4,
  });
  expect(slipHistoryOf([])).toEqual({ needs: 0, moved: 0, medianDays: null, p90Days: null, lacking: 10 });
});

test("there is a likely start from ten needs on, and not before", () => {
  const start = (count: number) =>
    likelyStart("2028-01-01", slipHistoryOf(Array(count).fill(31)), "2027-01-01");
  expect(start(ENOUGH_HISTORY - 1)).toBeNull();
  expect(start(ENOUGH_HISTORY)).toEqual({ p50: "2028-02-01", p90: "2028-02-01" });
});

test("a likely start is never before today, and the ninetieth percentile never before the median", () => {
  fc.assert(
    fc.property(shifts, day, day, (days, start, today) => {
      const likely = likelyStart(start, { ...slipHistoryOf(days), lacking: 0 }, today)!;
      expect(likely.p50 >= today).toBe(true);
      expect(likely.p90 >= likely.p50).toBe(true);
    }),
  );
});

test("a buyer whose windows never move starts when it says", () => {
  fc.assert(
    fc.property(day, (start) => {
      expect(likelyStart(start, slipHistoryOf(Array(12).fill(0)), "2000-01-01")).toEqual({
        p50: start,
        p90: start,
      });
    }),
  );
});
