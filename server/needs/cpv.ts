import { type CpvEntry, readCpv } from "@/db/cpv/read";
import { LANGUAGES, type Language } from "@/db/enums";
import { stemOf, stemsIn, wordsIn } from "./words";

export type CpvName = Record<Language, string>;
/** A code with what it is part of, the widest first. */
export type CpvFound = CpvEntry & { parents: CpvEntry[] };

type Indexed = CpvEntry & {
  words: Record<Language, string[]>;
  stems: Record<Language, Map<string, string>>;
};

type Vocabulary = { entries: Indexed[]; byCode: Map<string, Indexed>; spread: Map<string, number> };

let vocabulary: Vocabulary | undefined;

/** Read at first use and kept: the regulation does not change while the application runs. */
function known(): Vocabulary {
  vocabulary ??= indexed(readCpv());
  return vocabulary;
}

function indexed(list: CpvEntry[]): Vocabulary {
  const entries = list.map((entry) => ({
    ...entry,
    words: { nl: wordsIn(entry.name.nl), en: wordsIn(entry.name.en) },
    stems: { nl: stemsIn(entry.name.nl, "nl"), en: stemsIn(entry.name.en, "en") },
  }));
  const spread = new Map<string, number>();
  for (const entry of entries)
    for (const language of LANGUAGES)
      for (const stem of entry.stems[language].keys()) {
        const key = `${language}:${stem}`;
        spread.set(key, (spread.get(key) ?? 0) + 1);
      }
  return { entries, byCode: new Map(entries.map((entry) => [entry.code, entry])), spread };
}

/** The entry of a code, written with or without its ninth digit; undefined when CPV does not hold it. */
export function cpvOf(code: string): CpvEntry | undefined {
  const entry = known().byCode.get(code.slice(0, 8));
  return entry && plain(entry);
}

/** The division of a code: the widest of what it is part of, named by its first two digits. */
export const divisionOf = (code: string): CpvEntry | undefined => cpvOf(code.slice(0, 2).padEnd(8, "0"));

/** What a code is part of, the widest first: division, group, class, category. */
export function parentsOf(code: string): CpvEntry[] {
  const significant = code.slice(0, 8).replace(/0+$/, "");
  const parents: CpvEntry[] = [];
  for (let length = 2; length < significant.length; length += 1) {
    const parent = known().byCode.get(significant.slice(0, length).padEnd(8, "0"));
    if (parent) parents.push(plain(parent));
  }
  return parents;
}

/**
 * Codes for words in Dutch or English, or for the first digits of a code. A word is found whole, in another form, as a
 * beginning, or within a compound, in that order of weight; of equals the wider code comes first. Where no name holds
 * all words, those that hold some are given.
 */
export function searchCpv(q: string, most = 20): CpvFound[] {
  const digits = /^\s*(\d{2,8})(-\d?)?\s*$/.exec(q)?.[1];
  const found = digits
    ? known().entries.flatMap((entry) => (entry.code.startsWith(digits) ? [{ entry, score: 0 }] : []))
    : byWords(wordsIn(q).slice(0, 12));
  return found
    .sort((a, b) => b.score - a.score || depth(a.entry) - depth(b.entry))
    .slice(0, most)
    .map(({ entry }) => ({ ...plain(entry), parents: parentsOf(entry.code) }));
}

function byWords(words: string[]) {
  const sought = words.map((word) => ({ word, stems: { nl: stemOf(word, "nl"), en: stemOf(word, "en") } }));
  const scored = known().entries.flatMap((entry) => {
    const [nl, en] = [scoreOf(entry, sought, "nl"), scoreOf(entry, sought, "en")];
    const best = en.hits > nl.hits || (en.hits === nl.hits && en.score > nl.score) ? en : nl;
    return best.hits > 0 ? [{ entry, ...best }] : [];
  });
  const most = Math.max(0, ...scored.map(({ hits }) => hits));
  return scored.filter(({ hits }) => hits === most);
}

type Sought = { word: string; stems: Record<Language, string> };

function scoreOf(entry: Indexed, sought: Sought[], language: Language) {
  let [hits, total] = [0, 0];
  for (const { word, stems } of sought) {
    const best = Math.max(0, ...entry.words[language].map((own) => likeness(own, word)));
    const score = entry.stems[language].has(stems[language]) ? Math.max(best, 3) : best;
    if (score === 0) continue;
    hits += 1;
    total += score;
  }
  // The share of the name that was asked for: "bridges" before "bridge inspection services".
  return { hits, score: total / (entry.words[language].length + 2) };
}

function likeness(own: string, word: string): number {
  if (own === word) return 4;
  if (own.startsWith(word)) return 2;
  return word.length >= 4 && own.includes(word) ? 1 : 0;
}

const depth = ({ code }: Indexed) => code.replace(/0+$/, "").length;
const plain = ({ code, name }: CpvEntry): CpvEntry => ({ code, name });

export type CpvSuggested = CpvEntry & { words: string[] };

/** Words in more names than this say nothing of the subject ("services", "equipment"). */
const TOO_COMMON = 400;
/** How much of a name the text must hold, by weight of its words, before the code is suggested. */
const ENOUGH = 0.55;

/** Codes whose name shares words with a text, with those words; the rarer a word, the more it weighs. */
export function suggestCpv(text: string, most = 3): CpvSuggested[] {
  const { entries, spread } = known();
  const found: { entry: Indexed; score: number; words: string[] }[] = [];
  for (const language of LANGUAGES) {
    const stems = stemsIn(text, language);
    const weightOf = (stem: string) => Math.log(entries.length / (spread.get(`${language}:${stem}`) ?? 1));
    for (const entry of entries) {
      const common = [...entry.stems[language].keys()].filter((stem) => stems.has(stem));
      if (!common.some((stem) => (spread.get(`${language}:${stem}`) ?? 0) <= TOO_COMMON)) continue;
      const all = sum([...entry.stems[language].keys()].map(weightOf));
      const shared = sum(common.map(weightOf));
      if (shared / all >= ENOUGH)
        found.push({ entry, score: (shared * shared) / all, words: common.map((stem) => stems.get(stem)!) });
    }
  }
  const seen = new Set<string>();
  return found
    .sort((a, b) => b.score - a.score || depth(a.entry) - depth(b.entry))
    .filter(({ entry }) => !seen.has(entry.code) && seen.add(entry.code))
    .slice(0, most)
    .map(({ entry, words }) => ({ ...plain(entry), words }));
}

const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
