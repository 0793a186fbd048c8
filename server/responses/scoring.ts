/** A score of 0 to 5, or null where the criterion does not apply. */
export type CriterionScore = { criterion: string; score: number | null };
export type Weighed = { key: string; weight: number };
export type Spread = { min: number; max: number; range: number };

/** Points between the lowest and the highest score above which reviewers must say how they came to agree. */
const WIDEST_WITHOUT_NOTE = 2;

/** An exact fraction, so that a half is a half: 0.5 may not depend on how a computer writes 1/3. */
type Fraction = { over: bigint; under: bigint };

/**
 * One reviewer's mean in points, weighted by the criteria's weights in percent; a criterion that does not apply is
 * left out and the others' weights make up the whole.
 * @returns points from 0 to 5 in two decimals, half rounded away from zero; null when nothing was scored
 */
export function weightedMean(criteria: readonly Weighed[], scores: readonly CriterionScore[]): number | null {
  const mean = weighted(criteria, scores);
  return mean && rounded(mean);
}

/**
 * The score of a response in points: the plain mean of its reviewers' weighted means, rounded once, at the end.
 * @returns points from 0 to 5 in two decimals, half rounded away from zero; null when nobody scored
 */
export function responseScore(
  criteria: readonly Weighed[],
  reviews: readonly (readonly CriterionScore[])[],
): number | null {
  const means = reviews.flatMap((scores) => weighted(criteria, scores) ?? []);
  return means.length === 0 ? null : rounded(meanOf(means));
}

/** The plain mean of whole points, in two decimals, half rounded away from zero: of 3, 5, 5, 1 it is 3.50. */
export function meanOfPoints(points: readonly number[]): number | null {
  if (points.length === 0) return null;
  return rounded(meanOf(points.map((point) => ({ over: BigInt(point), under: 1n }))));
}

/** How far the reviewers lie apart on one criterion; null while fewer than two scored it. */
export function spreadOf(criterion: string, reviews: readonly (readonly CriterionScore[])[]): Spread | null {
  const points = reviews.flatMap((scores) => scores.find((it) => it.criterion === criterion)?.score ?? []);
  if (points.length < 2) return null;
  const [min, max] = [Math.min(...points), Math.max(...points)];
  return { min, max, range: max - min };
}

/** Whether reviewers differ so much on any criterion that a note must say how they came to agree. */
export function needsConsensus(
  criteria: readonly Weighed[],
  reviews: readonly (readonly CriterionScore[])[],
): boolean {
  return criteria.some(({ key }) => (spreadOf(key, reviews)?.range ?? 0) > WIDEST_WITHOUT_NOTE);
}

function weighted(criteria: readonly Weighed[], scores: readonly CriterionScore[]): Fraction | null {
  const counted = criteria.flatMap(({ key, weight }) => {
    const score = scores.find((it) => it.criterion === key)?.score ?? null;
    return score === null ? [] : [{ score, weight }];
  });
  const under = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (under === 0) return null;
  return { over: BigInt(counted.reduce((sum, it) => sum + it.score * it.weight, 0)), under: BigInt(under) };
}

function meanOf(fractions: readonly Fraction[]): Fraction {
  const sum = fractions.reduce((a, b) => ({
    over: a.over * b.under + b.over * a.under,
    under: a.under * b.under,
  }));
  return { over: sum.over, under: sum.under * BigInt(fractions.length) };
}

/** To hundredths; no score is below zero, so away from zero is up. */
const rounded = ({ over, under }: Fraction): number => Number((over * 200n + under) / (under * 2n)) / 100;
