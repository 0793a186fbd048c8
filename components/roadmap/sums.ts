type Range = { valueMinCents: number; valueMaxCents: number };

/** What a range counts for in one figure: its middle, in whole cents. */
export const middleOf = ({ valueMinCents, valueMaxCents }: Range): number =>
  Math.round((valueMinCents + valueMaxCents) / 2);

/** The quarter in which most money is asked for; null when none is. */
export function busiestQuarter<Q extends Range>(quarters: readonly Q[]): Q | null {
  return quarters.reduce<Q | null>(
    (most, one) => (most === null || middleOf(one) > middleOf(most) ? one : most),
    null,
  );
}
