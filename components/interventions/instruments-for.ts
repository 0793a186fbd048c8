import type { ElementSlug, Phase } from "@/db/enums";

/** Instruments meant for an element that fit a phase; one without phases fits any. */
export function instrumentsFor<I extends { elements: ElementSlug[]; phases: Phase[] }>(
  instruments: readonly I[],
  element: string,
  phase: Phase | undefined,
): I[] {
  return instruments.filter(
    (one) =>
      one.elements.some((slug) => slug === element) &&
      (!phase || one.phases.length === 0 || one.phases.includes(phase)),
  );
}
