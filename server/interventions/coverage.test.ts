import fc from "fast-check";
import { expect, test } from "vitest";
import { ELEMENTS, RATINGS } from "@/db/enums";
import { coverageOf } from "./coverage";

const cells = fc.array(
  fc
    .record({
      ecosystem: fc.string(),
      element: fc.constantFrom(...ELEMENTS),
      rating: fc.constantFrom(...RATINGS),
      interventions: fc.nat(3),
      budgetCents: fc.nat(1_000_000),
    })
    .map((cell) => ({ ...cell, budgetCents: cell.interventions === 0 ? 0 : cell.budgetCents })),
);

test("every euro is either on a weak element or elsewhere, and every weak element covered or not", () => {
  fc.assert(
    fc.property(cells, (some) => {
      const { covered, uncovered, weak, onWeakCents, elsewhereCents } = coverageOf(some);
      expect(covered.length + uncovered.length).toBe(weak);
      expect(onWeakCents + elsewhereCents).toBe(some.reduce((sum, cell) => sum + cell.budgetCents, 0));
    }),
  );
});
