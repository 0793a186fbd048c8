import type { Language } from "@/db/enums";
import { Breath } from "../core/breath";
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

/** The lexicon by stems, as words are looked up. */
type Index = {
  concepts: Record<Language, Map<string, Term>>;
  near: Record<Language, Map<string, Term>>;
  /** The first words of what takes two: "heat-pump". */
  begins: Set<string>;
};

let known: Index | undefined;

/** Reads the lexicon, which takes a while, giving way to requests. */
export async function readLexicon(): Promise<void> {
  const breath = new Breath();
  const read = emptyIndex();
  for (const _ of known ? [] : filling(read)) if (breath.isDue()) await breath.take();
  known ??= read;
}

function index(): Index {
  if (known) return known;
  known = emptyIndex();
  for (const _ of filling(known));
  return known;
}

const emptyIndex = (): Index => ({
  concepts: { nl: new Map(), en: new Map() },
  near: { nl: new Map(), en: new Map() },
  begins: new Set(),
});

function* filling(into: Index): Generator<void> {
  for (const [at, field] of lexicon.entries()) {
    for (const [nth, concept] of field.concepts.entries()) {
      addConcept(into, concept, `#${at}.${nth}`, FIELDS[at]!);
      yield;
    }
    for (const language of LANGUAGES)
      for (const word of field.near?.[language] ?? [])
        into.near[language].set(STEM[language](word), FIELDS[at]!);
  }
}

function addConcept({ concepts, begins }: Index, concept: Concept, key: string, field: Term): void {
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
  index().concepts[language].get(stem) ?? null;

/** Whether two words may be one concept when this one is the first. */
export const begin = (word: string): boolean => index().begins.has(word);

/** The field that a stem comes near, without meaning one of its concepts. */
export const fieldNear = (stem: string, language: Language): Term | undefined =>
  index().near[language].get(stem);
