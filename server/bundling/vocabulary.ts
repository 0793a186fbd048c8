import { readCpv } from "@/db/cpv/read";
import type { Language } from "@/db/enums";
import { begin, conceptOf, conceptOfStem, fieldNear, isConcept } from "./lexicon";
import { STEM } from "./stems";
import { STOP_WORDS } from "./stop-words";
import { type Term, WORTH } from "./terms";

const SHORTEST_PART = 4;
const LONGEST_PART = 12;

/** Word forms come back by the thousand; what they come down to is worked out once. */
const MOST_KNOWN = 200_000;
const known: Record<Language, Map<string, readonly Term[]>> = { nl: new Map(), en: new Map() };

/** The terms in a text: stems, concepts of the lexicon, and the parts of Dutch compounds. */
export function termsIn(text: string, language: Language): Term[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const pair = next && begin(word) ? conceptOf(`${word}-${next}`, language) : null;
    return pair ? [pair, ...termsOf(word, language)] : termsOf(word, language);
  });
}

/** Lower case, without accents; a hyphen joins, so that its parts are words too. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Words that were found to mean the same: the one is taken for the other from now on. */
const meaning = new Map<string, Term>();

/** Takes two words of the two languages for one; a concept of the lexicon goes before a word. */
export function translate(dutch: Term, english: Term): void {
  if (isConcept(dutch) && isConcept(english)) return;
  if (isConcept(english)) meaning.set(dutch.key, english);
  else if (isConcept(dutch)) meaning.set(english.key, dutch);
  else {
    const term = { ...dutch, en: english.en, field: dutch.field ?? english.field };
    meaning.set(dutch.key, term);
    meaning.set(english.key, term);
  }
  known.nl.clear();
  known.en.clear();
}

/** The term that this one was found to mean, or itself. */
export const meant = (term: Term): Term => meaning.get(term.key) ?? term;

function termsOf(word: string, language: Language): readonly Term[] {
  const before = known[language].get(word);
  if (before) return before;
  const terms = workOut(word, language).map(meant);
  if (known[language].size < MOST_KNOWN) known[language].set(word, terms);
  return terms;
}

function workOut(word: string, language: Language): Term[] {
  if (STOP_WORDS[language].has(word) || /^\d+$/.test(word)) return [];
  const concept = conceptOf(word, language);
  if (concept) return [concept];
  if (word.length < 3) return [];
  const key = STEM[language](word);
  const field = fieldNear(key, language);
  const parts = language === "nl" && !field ? partsOf(word) : null;
  if (parts) return parts.flatMap((part) => termsOf(part, "nl"));
  return [{ key, nl: word, en: word, worth: WORTH.word, field }];
}

/** A Dutch compound in its parts, by the longest last part that is a word: "schoolgebouwen" is a school and buildings. */
function partsOf(word: string): string[] | null {
  for (let at = 3; at <= word.length - 3; at++) {
    const last = word.slice(at);
    if (!isPart(last)) continue;
    const first = firstPartOf(word.slice(0, at));
    if (first) return [...first, last];
  }
  return null;
}

function firstPartOf(text: string): string[] | null {
  for (const link of ["", "s", "en", "e"]) {
    const part = text.slice(0, text.length - link.length);
    if (text.endsWith(link) && isPart(part)) return [part];
  }
  return text.length >= 2 * SHORTEST_PART ? partsOf(text) : null;
}

function isPart(text: string): boolean {
  const stem = STEM.nl(text);
  return conceptOfStem(stem, "nl") !== null || (text.length >= SHORTEST_PART && parts().has(stem));
}

let partsMade: Set<string> | undefined;

/** Dutch words of the names of CPV codes, those that are short enough to be no compound themselves. */
function parts(): Set<string> {
  partsMade ??= new Set(
    readCpv()
      .flatMap(({ name }) => wordsOf(name.nl))
      .filter((word) => word.length >= SHORTEST_PART && word.length <= LONGEST_PART)
      .map((word) => STEM.nl(word)),
  );
  return partsMade;
}
