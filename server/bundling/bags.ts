import { nameOfCpv } from "./cpv";
import { FIELDS } from "./lexicon";
import type { Comparable } from "./similarity";
import type { Term } from "./terms";
import { termsIn } from "./vocabulary";

/** The terms of one need, by number in ascending order, and how much each counts in it. */
export type Bag = { terms: Int32Array; counts: Float32Array };

const TITLE = 3;
const DESCRIPTION = 1;
const CODE = 0.5;

const MOST_KEPT = 100_000;
const kept = new Map<string, Bag>();
/** A number stays with its term for as long as the process runs: who compares meanwhile relies on it. Fields come first. */
const terms: Term[] = [...FIELDS];
const numbers = new Map(terms.map(({ key }, number) => [key, number]));

/** The terms of the title, the description and the name of the code; kept, as a version of a need never changes. */
export function bagOf(need: Comparable): Bag {
  const key = `${need.id}:${need.version}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const bag = fill(need);
  kept.set(key, bag);
  return bag;
}

export const termOf = (number: number): Term => terms[number]!;

/** Whether this number is that of a field, which words only point to. */
export const isField = (number: number): boolean => number < FIELDS.length;

function fill(need: Comparable): Bag {
  const counts = new Map<number, number>();
  const count = (term: Term, weight: number) =>
    counts.set(numberOf(term), (counts.get(numberOf(term)) ?? 0) + weight);
  const add = (found: readonly Term[], weight: number) => {
    for (const term of found) {
      count(term, weight);
      if (term.field) count(term.field, weight);
    }
  };
  add(termsIn(need.title, need.language), TITLE);
  add(termsIn(need.description, need.language), DESCRIPTION);
  const name = need.cpv ? nameOfCpv(need.cpv) : null;
  if (name) {
    add(termsIn(name.nl, "nl"), CODE);
    add(termsIn(name.en, "en"), CODE);
  }
  const sorted = [...counts.keys()].sort((a, b) => a - b);
  return {
    terms: Int32Array.from(sorted),
    // A word that is said often is not twice as telling.
    counts: Float32Array.from(sorted, (term) => Math.log(1 + counts.get(term)!) * terms[term]!.worth),
  };
}

function numberOf(term: Term): number {
  const known = numbers.get(term.key);
  if (known !== undefined) return known;
  numbers.set(term.key, terms.length);
  terms.push(term);
  return terms.length - 1;
}
