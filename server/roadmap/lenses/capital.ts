import { CERTAINTIES, type Certainty } from "@/db/enums";
import { spreadOverYears } from "../../programmes/spread";

export type Spending = { year: number; certainty: Certainty; cents: number; looseCents: number };
/** Capital pledged over whole years; `isOwn` when by the organisation acted for. */
export type Pledged = { yearFrom: number; yearTo: number; cents: number; isOwn: boolean };

export type YearOfCapital = {
  year: number;
  /** Expected spending by certainty, in cents. */
  spending: Record<Certainty, number>;
  spendingCents: number;
  /** Of which for needs in no programme that can be pledged to. */
  looseCents: number;
  ownCents: number;
  othersCents: number;
  /** What is expected to be spent beyond what is pledged; never below zero. */
  gapCents: number;
  multiplier: number | null;
};

/** How many euros others bring for each own euro; null without own money. */
export const multiplierOf = (ownCents: number, othersCents: number): number | null =>
  ownCents > 0 ? othersCents / ownCents : null;

/**
 * Expected spending against pledged capital, in cents, for each year in which something is asked. Spending counts in the
 * year a window starts; capital is spread evenly over the years of its pledge, so that a part may fall in no row.
 */
export function capitalByYear(spending: readonly Spending[], pledged: readonly Pledged[]): YearOfCapital[] {
  const years = [...new Set(spending.map(({ year }) => year))].sort((a, b) => a - b);
  const parts = pledged.flatMap(({ yearFrom, yearTo, cents, isOwn }) =>
    spreadOverYears(cents, yearFrom, yearTo).map(([year, part]) => ({ year, part, isOwn })),
  );
  return years.map((year) => {
    const asked = spending.filter((one) => one.year === year);
    const sumOf = (own: boolean) =>
      parts.reduce((sum, it) => (it.year === year && it.isOwn === own ? sum + it.part : sum), 0);
    const total = (list: typeof asked) => list.reduce((sum, { cents }) => sum + cents, 0);
    const [spendingCents, ownCents, othersCents] = [total(asked), sumOf(true), sumOf(false)];
    return {
      year,
      spending: Object.fromEntries(
        CERTAINTIES.map((one) => [one, total(asked.filter(({ certainty }) => certainty === one))]),
      ) as Record<Certainty, number>,
      spendingCents,
      looseCents: asked.reduce((sum, { looseCents }) => sum + looseCents, 0),
      ownCents,
      othersCents,
      gapCents: Math.max(0, spendingCents - ownCents - othersCents),
      multiplier: multiplierOf(ownCents, othersCents),
    };
  });
}
