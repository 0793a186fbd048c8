import { Breath } from "../core/breath";
import { type Cluster, clustersOf } from "./clusters";
import type { Comparable, Reasons, Similarity } from "./similarity";

/** Needs that could be one bundle, with how alike they are (0 to 1) and why. */
export type Bundle = { needIds: string[]; score: number; reasons: Reasons };

/** A need that fits what a programme already holds. */
export type Fit = { needId: string; score: number; reasons: Reasons };

/** Pairs of needs, by id, that were said not to belong together. */
export type Apart = (a: string, b: string) => boolean;

/** From how many needs on a programme is judged by those most like the candidate, for a programme has several sides. */
const NEAREST = 3;
/** What a programme says of itself is shorter than a need, so less alike is enough. */
const ENOUGH = 0.8;

/** All bundles among these needs: the more alike and the more buyers they bring together, the earlier. */
export async function bundlesAmong(
  similarity: Similarity,
  needs: readonly Comparable[],
  apart: Apart = () => false,
): Promise<Bundle[]> {
  const comparison = await similarity.compare(needs);
  const mayMeet = (a: number, b: number) => !apart(needs[a]!.id, needs[b]!.id);
  const clusters = await clustersOf(needs.length, await comparison.pairs(), comparison, mayMeet);
  const worth = ({ members, score }: Cluster) =>
    score * Math.sqrt(new Set(members.map((at) => needs[at]!.buyerId)).size);
  clusters.sort((one, other) => worth(other) - worth(one));
  const breath = new Breath();
  const bundles: Bundle[] = [];
  for (const { members, score } of clusters) {
    bundles.push({
      needIds: members.map((at) => needs[at]!.id),
      score,
      reasons: comparison.reasons(members),
    });
    if (breath.isDue()) await breath.take();
  }
  return bundles;
}

/** Of these needs those that fit a programme: as it describes itself, and by the needs it holds. The best first. */
export async function fitsFor(
  similarity: Similarity,
  programme: Comparable,
  held: readonly Comparable[],
  candidates: readonly Comparable[],
): Promise<Fit[]> {
  const comparison = await similarity.compare([programme, ...held, ...candidates]);
  const breath = new Breath();
  const fits: Fit[] = [];
  for (const [index, { id }] of candidates.entries()) {
    const at = 1 + held.length + index;
    const likeness = held.map((_, place) => ({ at: 1 + place, score: comparison.score(1 + place, at) }));
    const nearest = likeness.sort((a, b) => b.score - a.score).slice(0, NEAREST);
    const byNeeds = nearest.reduce((sum, { score }) => sum + score, 0) / Math.max(1, nearest.length);
    const byItself = comparison.score(0, at);
    const score = Math.max(byNeeds, byItself);
    const found = byNeeds >= comparison.threshold || byItself >= comparison.threshold * ENOUGH;
    const alike = nearest.filter((one) => one.score >= comparison.threshold).map((one) => one.at);
    if (found)
      fits.push({ needId: id, score, reasons: comparison.reasons([...(alike.length ? alike : [0]), at]) });
    if (breath.isDue()) await breath.take();
  }
  return fits.sort((a, b) => b.score - a.score);
}
