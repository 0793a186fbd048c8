import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { readCpv } from "@/db/cpv/read";
import type { Language } from "@/db/enums";
import words from "./lexicon.json";
import { STOP_WORDS } from "./stop-words";

/**
 * What a word comes down to, and how people write it: of a concept in both languages. A concept of the lexicon says more
 * than another word, one that names a setting (where, for whom) less.
 */
export type Term = { key: string; nl: string; en: string; worth: number };

const OF_THE_FIELD = 1.3;
const SETTING = 0.7;

const SHORTEST_PART = 4;
const LONGEST_PART = 12;

/** Word forms come back by the thousand; what they come down to is worked out once. */
const MOST_KNOWN = 200_000;
const known: Record<Language, Map<string, readonly Term[]>> = { nl: new Map(), en: new Map() };

const STEM = { nl: remembered(stemDutch), en: remembered(stemEnglish) };

/** Taking compounds apart asks for the stem of the same piece again and again. */
function remembered(stem: (word: string) => string): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const before = stems.get(word);
    if (before !== undefined) return before;
    const made = stem(word);
    if (stems.size < MOST_KNOWN) stems.set(word, made);
    return made;
  };
}

/** The terms in a text: stems, concepts of the lexicon, and the parts of Dutch compounds. */
export function termsIn(text: string, language: Language): Term[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const pair = next && concepts().begins.has(word) ? conceptOf(`${word}-${next}`, language) : null;
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
    const term = { ...dutch, en: english.en };
    meaning.set(dutch.key, term);
    meaning.set(english.key, term);
  }
  known.nl.clear();
  known.en.clear();
}

/** The term that this one was found to mean, or itself. */
export const meant = (term: Term): Term => meaning.get(term.key) ?? term;

const isConcept = ({ key }: Term) => key.startsWith("#");

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
  if (language === "nl") {
    const parts = partsOf(word);
    if (parts) return parts.flatMap((part) => termsOf(part, "nl"));
  }
  return [{ key: STEM[language](word), nl: word, en: word, worth: 1 }];
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

const isPart = (text: string) =>
  concepts().nl.has(STEM.nl(text)) || (text.length >= SHORTEST_PART && parts().has(STEM.nl(text)));

const conceptOf = (word: string, language: Language) =>
  concepts()[language].get(STEM[language](word)) ?? null;

const lexicon: { nl: string[]; en: string[]; setting?: boolean }[] = words;
type Concepts = Record<Language, Map<string, Term>> & {
  /** The first words of what takes two: "heat-pump". */
  begins: Set<string>;
};
let conceptsMade: Concepts | undefined;

function concepts(): Concepts {
  if (conceptsMade) return conceptsMade;
  const made: Concepts = { nl: new Map(), en: new Map(), begins: new Set() };
  lexicon.forEach((entry, index) => {
    const worth = entry.setting ? SETTING : OF_THE_FIELD;
    const term = { key: `#${index}`, nl: entry.nl[0]!, en: entry.en[0]!, worth };
    for (const language of ["nl", "en"] as const)
      for (const word of entry[language]) {
        const stem = STEM[language](word);
        if (!made[language].has(stem)) made[language].set(stem, term);
        if (word.includes("-")) made.begins.add(word.split("-")[0]!);
      }
  });
  conceptsMade = made;
  return made;
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
