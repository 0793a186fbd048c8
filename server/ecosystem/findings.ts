import type { ElementSlug, Rating } from "@/db/enums";

export type RatedCell = { ecosystem: string; element: ElementSlug; rating: Rating };

/** The element that is weak in most ecosystems, of how many that were assessed on it; null where nothing is weak. */
export function weakestElement(
  cells: readonly RatedCell[],
): { element: ElementSlug; weak: number; ecosystems: number } | null {
  const weak = new Map<ElementSlug, number>();
  for (const cell of cells)
    if (cell.rating === "weak") weak.set(cell.element, (weak.get(cell.element) ?? 0) + 1);
  const [first] = [...weak].sort((a, b) => b[1] - a[1]);
  if (!first) return null;
  return { element: first[0], weak: first[1], ecosystems: new Set(cells.map((cell) => cell.ecosystem)).size };
}

export type Difference = { ecosystem: string; element: ElementSlug; from: Rating; to: Rating };

/** What changed from one round to the next; a cell that is absent counts as not assessed. */
export function differencesBetween(before: readonly RatedCell[], after: readonly RatedCell[]): Difference[] {
  const key = (cell: { ecosystem: string; element: string }) => `${cell.ecosystem}/${cell.element}`;
  const old = new Map(before.map((cell) => [key(cell), cell.rating]));
  const fresh = new Map(after.map((cell) => [key(cell), cell]));
  const gone = before
    .filter((cell) => !fresh.has(key(cell)) && cell.rating !== "not-assessed")
    .map((cell): Difference => ({ ...pick(cell), from: cell.rating, to: "not-assessed" }));
  const changed = after
    .map(
      (cell): Difference => ({ ...pick(cell), from: old.get(key(cell)) ?? "not-assessed", to: cell.rating }),
    )
    .filter(({ from, to }) => from !== to);
  return [...changed, ...gone];
}

const pick = ({ ecosystem, element }: RatedCell) => ({ ecosystem, element });
