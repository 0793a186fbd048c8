import fc from "fast-check";
import { expect, test } from "vitest";
import { clip, firstOf, totalOf } from "./shorten";

test("what is shown and what is left are all there was, in order; nothing is left alone", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 10 }), (list, most) => {
      const { shown, left } = firstOf(list, most);
      expect([...shown, ...left]).toEqual(list);
      expect(left.length).not.toBe(1);
      expect(shown.length).toBeLessThanOrEqual(most + 1);
    }),
  );
});

test("a text is never longer than its place, and a short one stays whole", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 5, max: 100 }), (text, most) => {
      expect(clip(text, most).length).toBeLessThanOrEqual(most);
    }),
  );
  expect(clip("Sensoren voor alle bruggen", 30)).toBe("Sensoren voor alle bruggen");
  expect(clip("Sensoren voor alle bruggen", 20)).toBe("Sensoren voor alle…");
});

test("needs without a value count for nothing in the sum", () => {
  expect(
    totalOf([
      { valueMinCents: 100, valueMaxCents: 300 },
      { valueMinCents: null, valueMaxCents: null },
      { valueMinCents: 5, valueMaxCents: 7 },
    ]),
  ).toEqual({ min: 105, max: 307 });
});
