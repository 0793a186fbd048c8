import type { Criterion } from "@/db/schema/challenges";
import type { Score } from "@/db/schema/responses";

/** Half away from zero, to two decimals: 2.005 becomes 2.01, as people expect on paper. */
export function round2(value: number): number {
  const cents = Math.abs(value) * 100;
  return (Math.sign(value) * Math.round(cents + 1e-9)) / 100;
}

/**
 * One reviewer's score of one response on a scale of 0 to 5: the weighted mean over the criteria that apply.
 * A criterion scored null (n/a) is left out and the rest weighs more. Null when nothing was scored.
 */
export function weightedScore(criteria: readonly Criterion[], scores: readonly Score[]): number | null {
  const given = new Map(scores.map(({ criterion, score }) => [criterion, score]));
  let sum = 0;
  let weights = 0;
  for (const { key, weight } of criteria) {
    const score = given.get(key) ?? null;
    if (score === null) continue;
    sum += score * weight;
    weights += weight;
  }
  return weights === 0 ? null : round2(sum / weights);
}

/** Mean over reviewers, rounded as above; null when nobody scored. Mean of 3, 5, 5, 1 is 3.50. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : round2(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** How far reviewers lie apart. More than 2 points asks for a note on how they came to agree. */
export function spread(values: readonly number[]): number {
  return values.length === 0 ? 0 : round2(Math.max(...values) - Math.min(...values));
}

export const SPREAD_WITHOUT_NOTE = 2;

/** Criteria that a submitted review must still score (or say n/a to), or give a reason for. */
export function missingScores(criteria: readonly Criterion[], scores: readonly Score[]): string[] {
  const given = new Map(scores.map((score) => [score.criterion, score]));
  return criteria.filter(({ key }) => !given.get(key)?.reason.trim()).map(({ key }) => key);
}
