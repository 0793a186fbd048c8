import { formatMoneyRange, type Locale } from "@/components/ui/format";
import type { Certainty } from "@/db/enums";
import type { RoadmapNeed } from "@/server/roadmap/queries/needs";
import { sureness } from "../needs/certainty";
import { windowText } from "../needs/window-text";
import type { Bar } from "./bars";
import { langOf } from "./lang-of";
import { placeOn } from "./place";

type Said = {
  locale: Locale;
  certainty: Record<Certainty, string>;
  mayMove: boolean;
  changed: ReadonlySet<string>;
};

/** A need as a bar over these quarters. */
export function barOf(
  need: RoadmapNeed,
  columns: readonly string[],
  { locale, certainty, mayMove, changed }: Said,
): Bar {
  const { first, last, wordsFrom, wordsTo, atEnd } = placeOn(columns, need);
  const lang = langOf(need, locale);
  return {
    id: need.id,
    title: need.title,
    // A page is sent what is there; of what is not, the name would weigh as much.
    ...(lang && { lang }),
    ...(need.found && { found: need.found.title }),
    words: `${formatMoneyRange(need.valueMinCents, need.valueMaxCents, locale)} · ${need.buyer}`,
    drawn: `${windowText(need, locale)}, ${certainty[need.certainty]}`,
    sureness: sureness[need.certainty],
    at: [`${wordsFrom}/${wordsTo}`, `${first}/${last}`],
    ...(atEnd && { atEnd }),
    ...(changed.has(need.id) && { changed: true }),
    ...(mayMove &&
      need.own && { move: { ...need.own, windowStart: need.windowStart, windowEnd: need.windowEnd } }),
  };
}
