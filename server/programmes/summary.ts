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
