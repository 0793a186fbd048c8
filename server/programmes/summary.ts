import { PLEDGE_KINDS, type PledgeKind } from "@/db/enums";

/** A need as a programme sums it up; money in cents. */
export type BundledNeed = {
  windowStart: string | null;
  windowEnd: string | null;
  valueMinCents: number | null;
  valueMaxCents: number | null;
  buyerId: string;
};

/** Combined value, timeline and buyers. Give it only needs that were consented to and that the viewer may see. */
export function summaryOf(needs: readonly BundledNeed[]) {
  const days = (pick: (need: BundledNeed) => string | null) =>
    needs
      .map(pick)
      .filter((day) => day !== null)
      .sort();
  return {
    needs: needs.length,
    buyers: new Set(needs.map(({ buyerId }) => buyerId)).size,
    valueMinCents: needs.reduce((sum, { valueMinCents }) => sum + (valueMinCents ?? 0), 0),
    valueMaxCents: needs.reduce((sum, { valueMaxCents }) => sum + (valueMaxCents ?? 0), 0),
    start: days(({ windowStart }) => windowStart)[0] ?? null,
    end: days(({ windowEnd }) => windowEnd).at(-1) ?? null,
  };
}

export type YearOfDemand = {
  year: number;
  needs: number;
  valueCents: number;
  pledges: Record<PledgeKind, number>;
  capitalCents: number;
  /** What nobody pledged for a year in which something is asked. */
  lacking: PledgeKind[];
};

type PledgedYears = { kind: PledgeKind; yearFrom: number; yearTo: number; amountCents: number | null };

/**
 * Demand against pledges per year. A need counts in the year its window starts, at the middle of its value; capital is
 * spread evenly over the years of its pledge. Money in cents.
 */
export function demandByYear(
  needs: readonly BundledNeed[],
  pledges: readonly PledgedYears[],
): YearOfDemand[] {
  const years = new Map<number, Omit<YearOfDemand, "lacking">>();
  const of = (year: number) => {
    const row = years.get(year) ?? {
      year,
      needs: 0,
      valueCents: 0,
      pledges: { capacity: 0, training: 0, research: 0, capital: 0 },
      capitalCents: 0,
    };
    years.set(year, row);
    return row;
  };
  for (const need of needs) {
    if (!need.windowStart) continue;
    const row = of(Number(need.windowStart.slice(0, 4)));
    row.needs += 1;
    row.valueCents += Math.round(((need.valueMinCents ?? 0) + (need.valueMaxCents ?? 0)) / 2);
  }
  for (const { kind, yearFrom, yearTo, amountCents } of pledges) {
    const span = yearTo - yearFrom + 1;
    for (let year = yearFrom; year <= yearTo; year++) {
      const row = of(year);
      row.pledges[kind] += 1;
      row.capitalCents += Math.round((amountCents ?? 0) / span);
    }
  }
  return [...years.values()]
    .sort((a, b) => a.year - b.year)
    .map((row) => ({
      ...row,
      lacking: row.needs > 0 ? PLEDGE_KINDS.filter((kind) => row.pledges[kind] === 0) : [],
    }));
}
