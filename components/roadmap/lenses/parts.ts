import type { StackPart } from "@/components/ui/stack-rows";
import { CERTAINTIES, type Certainty } from "@/db/enums";
import { sureness } from "../../needs/certainty";
import { type Asked, roadmapHref } from "../filters";

/** The surest first, as everywhere. */
export const SUREST_FIRST = [...CERTAINTIES].reverse();

/** A bar's parts by certainty, next to the longest bar. */
export const partsOf = (
  amounts: Partial<Record<Certainty, number>>,
  longest: number,
  words: (certainty: Certainty, amount: number) => string,
): StackPart[] =>
  SUREST_FIRST.filter((one) => amounts[one]).map((one) => ({
    sureness: sureness[one],
    share: amounts[one]! / Math.max(1, longest),
    words: words(one, amounts[one]!),
  }));

/** What one wants to pledge for: from a row or a cell of a lens. */
export type About = { topic?: string; year?: number; programme?: string };

/** The lens' address with what one wants to pledge for, at the form. */
export function pledgeHref(asked: Asked, { topic, year, programme }: About): string {
  const href = roadmapHref(asked, { page: asked.page });
  const query = new URLSearchParams();
  if (topic) query.set("topic", topic);
  if (year) query.set("year", String(year));
  if (programme) query.set("programme", programme);
  return `${href}${href.includes("?") ? "&" : "?"}${query}#pledge`;
}

/** What an address wants to pledge for; what it says wrongly is left out. */
export function readAbout(params: Record<string, string | string[] | undefined>): About {
  const one = (name: string) => [params[name]].flat()[0]?.trim() || undefined;
  const [year, programme] = [one("year"), one("programme")];
  return {
    topic: one("topic")?.slice(0, 300).trim(),
    year: year && /^20\d\d$/.test(year) ? Number(year) : undefined,
    programme: programme && /^[0-9a-f-]{36}$/.test(programme) ? programme : undefined,
  };
}
