import fc from "fast-check";
import { expect, test } from "vitest";
import { ELEMENTS, RATINGS } from "@/db/enums";
import { differencesBetween, type RatedCell, weakestElement } from "./findings";

const cell = (ecosystem: string, element: RatedCell["element"], rating: RatedCell["rating"]): RatedCell => ({
  ecosystem,
  element,
  rating,
});

test("the weakest element is the one weak in most ecosystems, counted over all of them", () => {
  const cells = [
    cell("a", "leadership", "weak"),
    cell("b", "leadership", "weak"),
    cell("b", "networks", "weak"),
    cell("c", "talent", "strong"),
  ];
  expect(weakestElement(cells)).toEqual({ element: "leadership", weak: 2, ecosystems: 3 });
});

test("not assessed is not weak", () => {
  expect(weakestElement([cell("a", "leadership", "not-assessed")])).toBeNull();
});

const cells = fc.uniqueArray(
  fc.record({
    ecosystem: fc.constantFrom("a", "b", "c"),
    element: fc.constantFrom(...ELEMENTS),
    rating: fc.constantFrom(...RATINGS),
  }),
  { selector: (one) => `${one.ecosystem}/${one.element}` },
);

test("a round does not differ from itself, and differences reverse", () => {
  fc.assert(
    fc.property(cells, cells, (before, after) => {
      expect(differencesBetween(before, before)).toEqual([]);
      expect(differencesBetween(before, after).length).toBe(differencesBetween(after, before).length);
    }),
  );
});
