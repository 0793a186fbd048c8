import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stopwords as dutchFiller } from "@orama/stopwords/dutch";
import { stopwords as englishFiller } from "@orama/stopwords/english";
import type { Language } from "@/db/enums";

const STEM: Record<Language, (word: string) => string> = { nl: dutch, en: english };
const FILLER = new Set([...dutchFiller, ...englishFiller]);

/** The words of a text in small letters without accents, in their order. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What a word has in common with its other forms: "bruggen" and "brug" are both "brug". */
export const stemOf = (word: string, language: Language): string =>
  STEM[language](word).replace(/([^aeiou])\1$/, "$1");

/** The words that carry meaning, by their stem; of several forms the first. */
export function stemsIn(text: string, language: Language): Map<string, string> {
  const stems = new Map<string, string>();
  for (const word of wordsIn(text)) {
    if (word.length < 3 || FILLER.has(word) || /^\d+$/.test(word)) continue;
    const stem = stemOf(word, language);
    if (!stems.has(stem)) stems.set(stem, word);
  }
  return stems;
}
