import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import type { Language } from "@/db/enums";

const MOST_KNOWN = 200_000;

/** What the forms of a word have in common. */
export const STEM: Record<Language, (word: string) => string> = {
  nl: remembered(stemOfDutch),
  en: remembered(stemEnglish),
};

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

/**
 * The stemmer takes off one ending at a time and keeps doubled and voiced letters. Here "wagens" comes to what "wagen" comes
 * to, "busje" to "bus", "bruggen" to "brug", "brieven" to "brief" and "huizen" to "huis".
 */
function stemOfDutch(word: string): string {
  const large = word.replace(/(?<=.{3})(?:etje|tje|pje|je)s?$/, "");
  const once = stemDutch(large);
  const stem = once === large ? once : stemDutch(once);
  return stem
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/v$/, "f")
    .replace(/z$/, "s");
}

/** What a Dutch verb may be that stands in a text as "bewaakt", "hersteld", "gereinigd" or "gewassen". */
export function verbForms(word: string): string[] {
  const without = word.replace(/(?:[dt]en?|[dt])$/, "");
  const forms = without === word ? [] : [without];
  if (/^ge.{3,}(?:[dt]e?|en)$/.test(word)) forms.push(without.slice(2), word.slice(2));
  return forms.filter((form) => form.length >= 4);
}
