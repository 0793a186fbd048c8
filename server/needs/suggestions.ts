import { LANGUAGES, type Language } from "@/db/enums";
import { stemsIn } from "./words";

/** What is suggested, and the words of the text that say why; `needs` counts the needs that share them, 0 for its name. */
export type Suggestion = { value: string; words: string[]; needs: number };

type LikeNeed = { title: string; description: string; language: Language; rank: number };

/** Of all that is alike, this share must have it. */
const SHARE = 0.4;
/** A single need, or a single word in common, is chance. */
const LEAST = 2;
const WORDS_SHOWN = 3;

/** What needs alike have, when enough of them have it and they share enough words with the text. */
export function byLikeNeeds<N extends LikeNeed>(
  needs: N[],
  valuesOf: (need: N) => string[],
  text: string,
): Suggestion[] {
  const total = needs.reduce((sum, { rank }) => sum + rank, 0);
  const found = new Map<string, { weight: number; needs: number; words: Map<string, number> }>();
  for (const need of needs) {
    const words = shared(text, `${need.title} ${need.description}`, need.language);
    for (const value of valuesOf(need)) {
      const one = found.get(value) ?? { weight: 0, needs: 0, words: new Map() };
      one.weight += need.rank;
      one.needs += 1;
      for (const word of words) one.words.set(word, (one.words.get(word) ?? 0) + 1);
      found.set(value, one);
    }
  }
  return [...found]
    .filter(([, one]) => one.weight >= SHARE * total && one.needs >= LEAST && one.words.size >= LEAST)
    .sort(([, a], [, b]) => b.weight - a.weight)
    .map(([value, one]) => ({
      value,
      needs: one.needs,
      words: [...one.words]
        .sort(([, a], [, b]) => b - a)
        .map(([word]) => word)
        .slice(0, WORDS_SHOWN),
    }));
}

/** First what the text names itself, then what needs alike have. */
export function byName(
  choices: { slug: string; name: Record<Language, string> }[],
  text: string,
  others: Suggestion[],
  most: number,
): Suggestion[] {
  const named = choices.flatMap(({ slug, name }) => {
    const words = [...new Set(LANGUAGES.flatMap((language) => shared(text, name[language], language)))];
    return words.length > 0 ? [{ value: slug, words, needs: 0 }] : [];
  });
  named.sort((a, b) => b.words.length - a.words.length);
  const values = new Set(named.map(({ value }) => value));
  return [...named, ...others.filter(({ value }) => !values.has(value))].slice(0, most);
}

/** Words of the text, as written there, that the other text has too in some form. */
function shared(text: string, other: string, language: Language): string[] {
  const own = stemsIn(text, language);
  return [...stemsIn(other, language).keys()].flatMap((stem) => own.get(stem) ?? []);
}
