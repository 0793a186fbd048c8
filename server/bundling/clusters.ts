import { Breath } from "../core/breath";
import type { Comparison, Pair } from "./similarity";

/** More needs than these are a field, not a bundle. */
const LARGEST = 8;
/** A need that is less like the others than this share of what they are among themselves does not belong. */
const APART = 0.7;
/** A tight group takes in only what is at least this share as like it as it is itself. */
const LOOSER = 0.3;

/** Needs that belong together by their places, and how alike they are on average. */
export type Cluster = { members: number[]; score: number };

/**
 * Bundles from pairs by average link: two groups become one only if all their needs are alike on average, so that no chain
 * of neighbours grows into one giant. The most alike go first.
 * @param mayMeet whether two needs may be offered together at all
 */
export async function clustersOf(
  count: number,
  pairs: readonly Pair[],
  { score, threshold }: Pick<Comparison, "score" | "threshold">,
  mayMeet: (a: number, b: number) => boolean = () => true,
): Promise<Cluster[]> {
  const breath = new Breath();
  const groupOf = Array.from({ length: count }, (_, at) => ({ members: [at] }));
  for (const { a, b } of sorted(pairs)) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one !== other && mayJoin(one.members, other.members)) {
      one.members.push(...other.members);
      for (const member of other.members) groupOf[member] = one;
    }
    if (breath.isDue()) await breath.take();
  }
  const clusters: Cluster[] = [];
  for (const group of new Set(groupOf)) {
    const members = core(group.members);
    if (members.length > 1) clusters.push({ members, score: within(members) });
    if (breath.isDue()) await breath.take();
  }
  return clusters;

  /** Without those that came along with one neighbour, and are little like the others. */
  function core(members: number[]): number[] {
    if (members.length < 3) return members;
    const least = APART * within(members);
    return members.filter((one) => {
      const others = members.filter((member) => member !== one);
      return others.reduce((sum, other) => sum + score(one, other), 0) / others.length >= least;
    });
  }

  function mayJoin(one: readonly number[], other: readonly number[]): boolean {
    if (one.length + other.length > LARGEST) return false;
    let sum = 0;
    for (const a of one)
      for (const b of other) {
        if (!mayMeet(a, b)) return false;
        sum += score(a, b);
      }
    const least = Math.max(threshold, LOOSER * Math.max(tightness(one), tightness(other)));
    return sum / (one.length * other.length) >= least;
  }

  function tightness(members: readonly number[]): number {
    return members.length > 1 ? within(members) : 0;
  }

  function within(members: readonly number[]): number {
    let sum = 0;
    members.forEach((a, at) => {
      for (let next = at + 1; next < members.length; next++) sum += score(a, members[next]!);
    });
    return (2 * sum) / (members.length * (members.length - 1));
  }
}

/** The most alike first; by numbers, as a comparing function takes too long at once for a hundred thousand. */
function sorted(pairs: readonly Pair[]): Pair[] {
  const order = Float64Array.from(pairs, ({ score }, at) => Math.round((1 - score) * 1e6) * 2 ** 30 + at);
  order.sort();
  return Array.from(order, (key) => pairs[key % 2 ** 30]!);
}
