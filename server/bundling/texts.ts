import { Breath } from "../core/breath";
import { type Bag, isField, termOf } from "./bags";
import { telling } from "./dictionary";

/** A word that fewer needs have is not more telling for it: it is a name, or a slip. */
const RARE = 4;
/** How much it counts that a word is common in procurement at large, beside how common it is among these needs. */
const COMMON = 0.7;
/** When at least this share comes from other words than the most telling one, likeness counts in full; else down to this. */
const BROAD = 0.4;
const NARROW = 0.5;

export type Weighed = Bag & { weights: Float32Array };

/** Each text as a vector of length 1, in which a term weighs more the fewer needs have it. */
export async function weighAll(bags: readonly Bag[]): Promise<Weighed[]> {
  const breath = new Breath();
  const having = new Map<number, number>();
  for (const { terms } of bags) {
    for (const term of terms) having.set(term, (having.get(term) ?? 0) + 1);
    if (breath.isDue()) await breath.take();
  }
  const rarity = new Map<number, number>();
  for (const [term, count] of having) {
    const here = Math.log(1 + bags.length / Math.max(count, RARE));
    rarity.set(term, here * (1 - COMMON + COMMON * telling(termOf(term).key)));
  }
  const weighed: Weighed[] = [];
  for (const bag of bags) {
    const weights = bag.counts.map((count, at) => count * rarity.get(bag.terms[at]!)!);
    const length = Math.hypot(...weights) || 1;
    weighed.push({ ...bag, weights: weights.map((weight) => weight / length) });
    if (breath.isDue()) await breath.take();
  }
  return weighed;
}

/**
 * The cosine of two texts; less when it rests on one word, for needs in one place or for one group are not yet alike. The
 * field that a shared word belongs to is no second word: fields make likeness broad only where no word is shared.
 */
export function likenessOfTexts(a: Weighed, b: Weighed): number {
  let [i, j] = [0, 0];
  const [words, fields] = [
    { sum: 0, most: 0 },
    { sum: 0, most: 0 },
  ];
  while (i < a.terms.length && j < b.terms.length) {
    const difference = a.terms[i]! - b.terms[j]!;
    if (difference === 0) {
      const kind = isField(a.terms[i]!) ? fields : words;
      const shared = a.weights[i++]! * b.weights[j++]!;
      kind.sum += shared;
      kind.most = Math.max(kind.most, shared);
    } else if (difference < 0) i++;
    else j++;
  }
  const { sum, most } = words.sum > 0 ? words : fields;
  const breadth = sum > 0 ? Math.min(1, (1 - most / sum) / BROAD) : 0;
  return (words.sum + fields.sum) * (NARROW + (1 - NARROW) * breadth);
}
