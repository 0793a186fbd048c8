import { type Bag, isField, termOf } from "./bags";
import { significant } from "./cpv";
import type { Comparable, Reasons } from "./similarity";
import { wordsOf } from "./vocabulary";

const MOST_WORDS = 6;

type Member = Bag & { need: Comparable; weights: Float32Array };

/** What needs have in common, so that a person can judge it. */
export function reasonsOf(members: readonly Member[]): Reasons {
  const needs = members.map(({ need }) => need);
  return {
    words: wordsInCommon(members),
    cpv: codeInCommon(needs),
    window: windowInCommon(needs),
    theme: inCommon(needs.map(({ theme }) => (theme ? [theme] : [])))[0] ?? null,
    ecosystems: inCommon(needs.map(({ ecosystems }) => ecosystems)),
    place: placeInCommon(needs),
  };
}

/** Words that at least half of them have, and at least two, the most telling first; a field where no word of it is shared. */
function wordsInCommon(members: readonly Member[]): Reasons["words"] {
  const shared = new Map<number, { count: number; weight: number }>();
  for (const { terms, weights } of members)
    terms.forEach((term, at) => {
      const known = shared.get(term) ?? { count: 0, weight: 0 };
      shared.set(term, { count: known.count + 1, weight: known.weight + weights[at]! });
    });
  const common = [...shared]
    .filter(([, { count }]) => count >= Math.max(2, members.length / 2))
    .sort(([, a], [, b]) => b.weight - a.weight)
    .map(([number]) => number);
  const said = new Set(common.flatMap((number) => termOf(number).field?.key ?? []));
  return common
    .filter((number) => !(isField(number) && said.has(termOf(number).key)))
    .slice(0, MOST_WORDS)
    .map((number) => ({ nl: termOf(number).nl, en: termOf(number).en }));
}

/** The longest beginning that all codes share, of those that have one; of a division at least, and of two needs. */
function codeInCommon(needs: readonly Comparable[]): string | null {
  const codes = needs.flatMap(({ cpv }) => (cpv ? [significant(cpv)] : []));
  if (codes.length < 2) return null;
  let length = Math.min(...codes.map((code) => code.length));
  while (length >= 2 && codes.some((code) => code.slice(0, length) !== codes[0]!.slice(0, length))) length--;
  return length >= 2 ? codes[0]!.slice(0, length) : null;
}

function windowInCommon(needs: readonly Comparable[]): Reasons["window"] {
  const start = needs
    .map(({ windowStart }) => windowStart ?? "")
    .sort()
    .at(-1);
  const end = needs.map(({ windowEnd }) => windowEnd ?? "").sort()[0];
  return start && end && start <= end ? { start, end } : null;
}

/** The place, when all name the same; else the words of it that all have: a city, a region. */
function placeInCommon(needs: readonly Comparable[]): string | null {
  const [first = "", ...others] = needs.map(({ place }) => place.trim());
  if (first && others.every((place) => place === first)) return first;
  const said = others.map((place) => new Set(wordsOf(place)));
  const words = first.split(/[\s,]+/).filter((word) => {
    const [plain] = wordsOf(word);
    return plain !== undefined && plain.length > 3 && said.every((place) => place.has(plain));
  });
  return words.length > 0 ? words.join(" ") : null;
}

function inCommon(lists: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = lists;
  return first.filter((one) => others.every((list) => list.includes(one)));
}
