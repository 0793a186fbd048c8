import type { ElementSlug, Rating } from "@/db/enums";

export type CoverageCell = {
  ecosystem: string;
  element: ElementSlug;
  rating: Rating;
  interventions: number;
  budgetCents: number;
};

/** What is spent on weak elements, what is not, and which weak elements nothing works on. Money in cents. */
export function coverageOf(cells: readonly CoverageCell[]) {
  const weak = cells.filter(({ rating }) => rating === "weak");
  const covered = weak.filter(({ interventions }) => interventions > 0);
  const sum = (some: readonly CoverageCell[]) =>
    some.reduce((total, { budgetCents }) => total + budgetCents, 0);
  const elsewhere = cells.filter(({ rating, interventions }) => rating !== "weak" && interventions > 0);
  return {
    weak: weak.length,
    covered,
    uncovered: weak.filter(({ interventions }) => interventions === 0),
    elsewhere,
    onWeakCents: sum(covered),
    elsewhereCents: sum(elsewhere),
  };
}
