import { readCpv } from "@/db/cpv/read";
import type { Language } from "@/db/enums";
import { Breath } from "../core/breath";
import { readLexicon } from "./lexicon";
import type { Term } from "./terms";
import { meant, termsIn, translate } from "./vocabulary";

/** How often two words must name the same codes, at least, and in which share of the names that have either (Dice). */
const OFTEN = 3;
const SHARE = 0.5;

type Count = Map<string, number>;
type Names = Record<Language, Term[]>;

let learned: Promise<void> | undefined;
let codes = 0;
const naming: Count = new Map();

/**
 * Learns, once, from the names of CPV codes, which say each thing in both languages: which words mean the same, and which
 * are common in procurement at large.
 */
export function learnTranslations(): Promise<void> {
  learned ??= learn();
  return learned;
}

/** How much a word tells: 1 when no code is named with it, less the more are. */
export const telling = (key: string): number =>
  1 - Math.log(1 + (naming.get(key) ?? 0)) / Math.log(1 + codes);

async function learn(): Promise<void> {
  await readLexicon();
  const breath = new Breath();
  const names: Names[] = [];
  for (const { name } of readCpv()) {
    names.push({ nl: unique(termsIn(name.nl, "nl")), en: unique(termsIn(name.en, "en")) });
    if (breath.isDue()) await breath.take();
  }
  for (const [dutch, english] of await sameMeaning(names, breath)) translate(dutch, english);
  codes = names.length;
  for (const { nl, en } of names) {
    for (const { key } of unique([...nl, ...en].map(meant))) add(naming, key);
    if (breath.isDue()) await breath.take();
  }
}

/** For each English word the Dutch one that most often names the same codes, if it does so often enough. */
async function sameMeaning(names: readonly Names[], breath: Breath): Promise<[Term, Term][]> {
  const having = { nl: new Map<Term, number>(), en: new Map<Term, number>() };
  const together = new Map<Term, Map<Term, number>>();
  const known = new Map<string, Term>();
  const same = (term: Term) => known.get(term.key) ?? known.set(term.key, term).get(term.key)!;
  for (const name of names) {
    const [dutch, english] = [name.nl.map(same), name.en.map(same)];
    for (const term of english) add(having.en, term);
    for (const term of dutch) {
      add(having.nl, term);
      const counts = together.get(term) ?? new Map<Term, number>();
      together.set(term, counts);
      for (const other of english) add(counts, other);
    }
    if (breath.isDue()) await breath.take();
  }
  const best = new Map<Term, { dutch: Term; share: number }>();
  for (const [dutch, counts] of together) {
    for (const [english, count] of counts) {
      const share = (2 * count) / (having.nl.get(dutch)! + having.en.get(english)!);
      if (dutch === english || count < OFTEN || share < SHARE) continue;
      if (share > (best.get(english)?.share ?? 0)) best.set(english, { dutch, share });
    }
    if (breath.isDue()) await breath.take();
  }
  return [...best].map(([english, { dutch }]) => [dutch, english]);
}

const unique = (terms: readonly Term[]) => [...new Map(terms.map((term) => [term.key, term])).values()];

function add<T>(counts: Map<T, number>, one: T): void {
  counts.set(one, (counts.get(one) ?? 0) + 1);
}
