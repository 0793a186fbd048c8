import type { Language } from "@/db/enums";
import words from "./lexicon.json";
import { STEM, verbForms } from "./stems";
import { type Term, WORTH } from "./terms";

/**
 * The words of public procurement in both languages, by field: concepts, each with the words that mean it, and words that
 * only come near the field. A concept that is an activity or a setting (where, for whom) says nothing of the field.
 */
type Concept = Record<Language, string[]> & { kind?: string };
type Field = Record<Language, string> & { concepts: Concept[]; near?: Record<Language, string[]> };

const lexicon: readonly Field[] = words;

export const FIELDS: readonly Term[] = lexicon.map(({ nl, en }, at) => ({
  key: `@${at}`,
  nl: nl.toLowerCase(),
  en: en.toLowerCase(),
  worth: WORTH.field,
}));

const LANGUAGES = ["nl", "en"] as const;
const concepts: Record<Language, Map<string, Term>> = { nl: new Map(), en: new Map() };
const near: Record<Language, Map<string, Term>> = { nl: new Map(), en: new Map() };
/** The first words of what takes two: "heat-pump". */
const begins = new Set<string>();

lexicon.forEach((field, at) => {
  field.concepts.forEach((concept, index) => {
    addConcept(concept, `#${at}.${index}`, FIELDS[at]!);
  });
  for (const language of LANGUAGES)
    for (const word of field.near?.[language] ?? []) near[language].set(STEM[language](word), FIELDS[at]!);
});

function addConcept(concept: Concept, key: string, field: Term): void {
  const named = { key, nl: concept.nl[0]!, en: concept.en[0]! };
  const term: Term = concept.kind
    ? { ...named, worth: concept.kind === "setting" ? WORTH.setting : WORTH.activity }
    : { ...named, worth: WORTH.concept, field };
  for (const language of LANGUAGES)
    for (const word of concept[language]) {
      const stem = STEM[language](word);
      if (!concepts[language].has(stem)) concepts[language].set(stem, term);
      if (word.includes("-")) begins.add(word.split("-")[0]!);
    }
}

export const isConcept = ({ key }: Term): boolean => key.startsWith("#");

/** The concept that a word means, in whatever form it stands. */
export function conceptOf(word: string, language: Language): Term | null {
  const exact = conceptOfStem(STEM[language](word), language);
  if (exact || language === "en" || word.length < 5) return exact;
  for (const form of verbForms(word)) {
    const verb = conceptOfStem(STEM.nl(form), "nl");
    if (verb) return verb;
  }
  return null;
}

export const conceptOfStem = (stem: string, language: Language): Term | null =>
  concepts[language].get(stem) ?? null;

/** Whether two words may be one concept when this one is the first. */
export const begin = (word: string): boolean => begins.has(word);

/** The field that a stem comes near, without meaning one of its concepts. */
export const fieldNear = (stem: string, language: Language): Term | undefined => near[language].get(stem);
