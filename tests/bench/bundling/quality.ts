import type { Similarity } from "@/server/bundling/similarity";
import { bundlesAmong } from "@/server/bundling/suggest";
import { labelled, type Part } from "./labelled";

export type Quality = {
  part: Part;
  needs: number;
  offered: number;
  precisionAt10: number;
  /** Of all bundles offered. */
  precision: number;
  recall: number;
};

const FIRST = 10;

/**
 * How good the suggestions are on one part of the labelled set, which is compared on its own.
 * Precision at 10: of the first ten bundles offered, the share in which every need belongs to one true bundle.
 * Recall: of all pairs of needs that truly belong together, the share that some offered bundle brings together.
 */
export async function qualityOn(part: Part, similarity: Similarity): Promise<Quality> {
  const { needs, bundles } = labelled(part);
  const truth = new Map(needs.map(({ id }, at) => [id, bundles[at] ?? null]));
  const offered = await bundlesAmong(similarity, needs);
  const first = offered.slice(0, FIRST);
  const right = first.filter(({ needIds }) => isTrue(needIds.map((id) => truth.get(id)!)));
  const found = offered.reduce(
    (sum, { needIds }) => sum + pairsAlike(needIds.map((id) => truth.get(id)!)),
    0,
  );
  return {
    part,
    needs: needs.length,
    offered: offered.length,
    precisionAt10: right.length / Math.max(1, first.length),
    recall: found / pairsAlike(bundles),
    precision:
      offered.filter(({ needIds }) => isTrue(needIds.map((id) => truth.get(id)!))).length /
      Math.max(1, offered.length),
  };
}

const isTrue = (bundles: (string | null)[]) => bundles[0] !== null && new Set(bundles).size === 1;

/** How many pairs of these belong to the same bundle. */
function pairsAlike(bundles: (string | null)[]): number {
  const sizes = new Map<string, number>();
  for (const bundle of bundles) if (bundle) sizes.set(bundle, (sizes.get(bundle) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
