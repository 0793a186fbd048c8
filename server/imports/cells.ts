import { CERTAINTIES, type Language, PROCEDURES, VISIBILITIES } from "@/db/enums";

/** A cell that cannot be read; the key says what was expected. */
export class Unreadable extends Error {
  constructor(readonly key: string) {
    super(key);
  }
}

export type Period = { first: string; last: string; precision: "quarter" | "date" };

const QUARTER =
  /^(?:(\d{4})[\s-]*[qk]([1-4])|[qk]([1-4])[\s-]*(\d{4})|([1-4])(?:e|de|ste|st|nd|rd|th)?\s+(?:kwartaal|quarter)(?:\s+(?:van|of))?\s+(\d{4}))$/i;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.Z+-]*)?$/;
const DUTCH = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/**
 * A period as people write it: 2027-Q2, K2 2027, 2e kwartaal 2027, 2027, 2027-12-31, 31-12-2027.
 * @returns null for nothing
 * @throws Unreadable for anything else, also for 31-02-2027
 */
export function periodIn(cell: string): Period | null {
  const text = cell.trim();
  if (text === "") return null;
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const year = Number(quarter[1] ?? quarter[4] ?? quarter[6]);
    return months(year, Number(quarter[2] ?? quarter[3] ?? quarter[5]) * 3 - 2, 3);
  }
  if (/^\d{4}$/.test(text)) return months(Number(text), 1, 12);
  const iso = ISO.exec(text);
  const dutch = DUTCH.exec(text);
  if (!iso && !dutch) throw new Unreadable("imports.notAPeriod");
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [dutch![3], dutch![2], dutch![1]];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
    throw new Unreadable("imports.noSuchDay");
  const written = date.toISOString().slice(0, 10);
  return { first: written, last: written, precision: "date" };
}

function months(year: number, first: number, count: number): Period {
  const at = (month: number, day: number) =>
    new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  return { first: at(first, 1), last: at(first + count, 0), precision: "quarter" };
}

const FACTORS: Record<string, number> = { k: 1e3, dzd: 1e3, m: 1e6, mln: 1e6, mio: 1e6, mld: 1e9, bn: 1e9 };
const AMOUNT = /^-?\d[\d.,']*$/;

/**
 * Whole cents of an amount in euros, in Dutch or English notation: 1.200.000,50 · 1,200,000.50 · € 1,2 mln · 500k. A single
 * sign with three digits behind it sets thousands apart.
 * @returns null for nothing
 * @throws Unreadable for anything else, also for another currency
 */
export function centsIn(cell: string): number | null {
  const text = cell
    .toLowerCase()
    .replace(/[€\s\u00a0\u202f]|euro?s?\b|(?:,-+|\.-+)$/g, "")
    .replace(/miljoen|million/, "mln")
    .replace(/miljard|billion/, "mld")
    .replace(/duizend|thousand/, "k");
  if (text === "") return null;
  const [, digits = "", factor] = /^(.*?)(k|dzd|mln|mio|m|mld|bn)?$/.exec(text) ?? [];
  if (!AMOUNT.test(digits)) throw new Unreadable("imports.notAnAmount");
  const value = Number(pointed(digits.replaceAll("'", ""), factor !== undefined));
  if (!Number.isFinite(value)) throw new Unreadable("imports.notAnAmount");
  return Math.round(value * (factor ? FACTORS[factor]! : 1) * 100);
}

/** The figure with a point before its decimals and no other sign. */
function pointed(digits: string, isShort: boolean): string {
  const [dot, comma] = [digits.lastIndexOf("."), digits.lastIndexOf(",")];
  const last = dot > comma ? "." : ",";
  const parts = digits.split(last);
  const isThousands =
    Math.min(dot, comma) === -1 &&
    parts.length > 1 &&
    (parts.length > 2 || (!isShort && parts[1]!.length === 3 && parts[0]!.replace("-", "").length <= 3));
  const decimals = isThousands || parts.length === 1 ? "" : parts.pop()!;
  const whole = parts.join("").replaceAll(/[.,]/g, "");
  return decimals ? `${whole}.${decimals}` : whole;
}

const ENTRY = /\s*(?:"((?:[^"]|"")*)"\s*(?=[\n\r|;]|$)|([^\n\r|;]*))(?:[\n\r|;]|$)/gy;

/** Several entries in a cell: one a line, or with | or ; between them. One in quotes may hold any of these itself. */
export const linesIn = (cell: string): string[] =>
  [...cell.matchAll(ENTRY)]
    .map(([, quoted, plain]) => (quoted === undefined ? plain! : quoted.replaceAll('""', '"')).trim())
    .filter(Boolean);

const WORDS: Record<string, Record<string, string>> = {
  certainty: {
    idee: "idea",
    "in conceptbegroting": "draft-budget",
    conceptbegroting: "draft-budget",
    "in draft budget": "draft-budget",
    begroot: "budgeted",
    aangekondigd: "announced",
  },
  procedure: {
    openbaar: "open",
    "niet-openbaar": "restricted",
    onderhandeling: "negotiated",
    "concurrentiegerichte dialoog": "competitive-dialogue",
    innovatiepartnerschap: "innovation-partnership",
    "onder de drempel": "below-threshold",
    "nog niet bekend": "unknown",
    onbekend: "unknown",
    "not known yet": "unknown",
  },
  visibility: {
    iedereen: "public",
    openbaar: "public",
    everyone: "public",
    "wie is aangemeld": "signed-in",
    aangemeld: "signed-in",
    "who is signed in": "signed-in",
    "alleen mijn organisatie": "organisation",
    "only my organisation": "organisation",
    intern: "organisation",
    internal: "organisation",
  },
  language: { nederlands: "nl", dutch: "nl", engels: "en", english: "en" },
};

const UNKNOWN = {
  certainty: "imports.unknownCertainty",
  procedure: "imports.unknownProcedure",
  visibility: "imports.unknownVisibility",
  language: "imports.unknownLanguage",
};

const CODES: Record<string, readonly string[]> = {
  certainty: CERTAINTIES,
  procedure: PROCEDURES,
  visibility: VISIBILITIES,
  language: ["nl", "en"] satisfies Language[],
};

/**
 * The word of a closed list that a cell names, by its code or as the screen calls it in either language.
 * @throws Unreadable when the list has no such word
 */
export function wordIn(
  list: "certainty" | "procedure" | "visibility" | "language",
  cell: string,
): string | null {
  const text = cell.trim().toLowerCase().replaceAll(/\s+/g, " ");
  if (text === "") return null;
  const code = text.replaceAll(/[ _]/g, "-");
  if (CODES[list]!.includes(code)) return code;
  const word = WORDS[list]![text];
  if (word === undefined) throw new Unreadable(UNKNOWN[list]);
  return word;
}
