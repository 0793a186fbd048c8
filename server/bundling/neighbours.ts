import { Breath } from "../core/breath";
import type { Quarters } from "./context";
import { significant } from "./cpv";
import type { Comparable, Pair } from "./similarity";
import type { Weighed } from "./texts";

/** Per need: its most telling terms, the needs nearest in time that share one, those scored, and those kept. */
const TELLING = 12;
const NEAREST = 32;
const SCORED = 24;
const KEPT = 8;

type Key = { key: number | string; weight: number };

/**
 * For each need those most like it. Looks only at the needs nearest in time that share one of its most telling terms or the
 * first digits of its code: so the work grows with the number of needs, not with its square.
 * @param least the score from which on two needs are a pair
 */
export async function neighbours(
  needs: readonly Comparable[],
  texts: readonly Weighed[],
  windows: readonly (Quarters | null)[],
  score: (a: number, b: number) => number,
  least: number,
): Promise<Pair[]> {
  const breath = new Breath();
  const inTime = byNumber(windows.map((window) => window?.start ?? 0));
  const having = new Map<number | string, number[]>();
  const keys: Key[][] = [];
  for (const [place, at] of inTime.entries()) {
    keys.push(keysOf(needs[at]!, texts[at]!));
    for (const { key } of keys[place]!) {
      const places = having.get(key);
      if (places) places.push(place);
      else having.set(key, [place]);
    }
    if (breath.isDue()) await breath.take();
  }
  const shared = new Float64Array(needs.length);
  const pairs: Pair[] = [];
  const found = Array.from(needs, () => new Set<number>());
  for (const [place, at] of inTime.entries()) {
    const seen: number[] = [];
    for (const { key, weight } of keys[place]!) {
      const places = having.get(key)!;
      const first = firstNear(places, place);
      const last = Math.min(places.length, first + NEAREST);
      for (let next = first; next < last; next++) {
        const other = places[next]!;
        if (other === place) continue;
        if (shared[other] === 0) seen.push(other);
        shared[other]! += weight;
      }
    }
    const alike = most(seen, shared)
      .map((other) => ({ a: at, b: inTime[other]!, score: score(at, inTime[other]!) }))
      .filter((pair) => pair.score >= least)
      .sort((one, other) => other.score - one.score);
    for (const pair of alike.slice(0, KEPT)) {
      if (found[pair.b]!.has(at)) continue;
      found[at]!.add(pair.b);
      pairs.push(pair);
    }
    for (const other of seen) shared[other] = 0;
    if (breath.isDue()) await breath.take();
  }
  return pairs;
}

/** What a need is looked up by. */
function keysOf(need: Comparable, { terms, weights }: Weighed): Key[] {
  const telling: Key[] = byNumber(Array.from(weights, (weight) => -weight))
    .slice(0, TELLING)
    .map((at) => ({ key: terms[at]!, weight: weights[at]! ** 2 }));
  const digits = need.cpv ? significant(need.cpv) : "";
  for (const length of [3, 4, 5])
    if (digits.length >= length) telling.push({ key: `cpv:${digits.slice(0, length)}`, weight: length / 50 });
  return telling;
}

/** The places of a list, those of the smallest numbers first. */
function byNumber(numbers: readonly number[]): number[] {
  return numbers.map((_, at) => at).sort((a, b) => numbers[a]! - numbers[b]!);
}

/** Where in a list in ascending order the places nearest to this one begin. */
function firstNear(places: readonly number[], place: number): number {
  if (places.length <= NEAREST) return 0;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low - NEAREST / 2, places.length - NEAREST));
}

/** Those that share the most; sorting numbers is far quicker than sorting by a function. */
function most(seen: readonly number[], shared: Float64Array): readonly number[] {
  if (seen.length <= SCORED) return seen;
  const least = Float64Array.from(seen, (other) => shared[other]!).sort()[seen.length - SCORED]!;
  return seen.filter((other) => shared[other]! >= least).slice(0, SCORED);
}
