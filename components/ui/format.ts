import { timeZone } from "./local-time";

export type Locale = "nl" | "en";
export type Quarter = { year: number; quarter: 1 | 2 | 3 | 4 };

const nbsp = "\u00a0";
const regional: Record<Locale, string> = { nl: "nl-NL", en: "en-GB" };

/**
 * Money for reading. `short` rounds to whole euros, and from a million on to one decimal of millions or billions;
 * `exact` always shows the cents, for where an amount binds.
 * @param cents whole cents of euro
 */
export function formatMoney(cents: number, locale: Locale, how: "short" | "exact" = "short"): string {
  if (how === "exact") return withEuro(cents / 100, locale, 2, 2);
  const euros = Math.round(cents / 100);
  if (Math.abs(euros) < 1_000_000) return withEuro(euros, locale, 0, 0);
  const millions = roundTo(euros / 1_000_000, 1);
  if (Math.abs(millions) < 1_000)
    return `${withEuro(millions, locale, 0, 1)}${nbsp}${locale === "nl" ? "mln" : "m"}`;
  return `${withEuro(roundTo(euros / 1_000_000_000, 1), locale, 0, 1)}${nbsp}${locale === "nl" ? "mld" : "bn"}`;
}

/** "€ 0,5 mln – € 1,2 mln"; one amount when both ends are the same. */
export function formatMoneyRange(min: number, max: number, locale: Locale): string {
  const [from, to] = [formatMoney(min, locale), formatMoney(max, locale)];
  return from === to ? from : `${from} – ${to}`;
}

/**
 * Reads an amount as people write it ("1.200.000,50", "€ 1,2 mln", "1.2m") into whole cents.
 * @returns null for nothing, NaN for what cannot be read
 */
export function parseMoney(text: string, locale: Locale): number | null {
  const written = text.toLowerCase().replace(/[€\s\u00a0\u202f]|eur(o)?\b|,-+$/g, "");
  if (written === "") return null;
  const match = /^(-?[\d.,]+)(k|dzd|duizend|thousand|m|mln|miljoen|million|mld|miljard|bn|billion)?$/.exec(
    written,
  );
  if (!match) return Number.NaN;
  const value = plainNumber(match[1] ?? "", locale, match[2] ? 9 : 2);
  return Math.round(value * factorOf(match[2]) * 100);
}

/** A figure; `digits` fixes the decimals, otherwise at most two. */
export function formatNumber(value: number, locale: Locale, digits?: number): string {
  return numbers(regional[locale], {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 2,
  }).format(value);
}

/** A share of one as a percentage: 0.123 → "12,3%". */
export function formatPercent(share: number, locale: Locale, digits = 1): string {
  return numbers(regional[locale], {
    style: "percent",
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(share);
}

/** "2e kwartaal 2027" or "Q2 2027"; takes a quarter or its short form "2027-Q2". */
export function formatQuarter(quarter: Quarter | string, locale: Locale): string {
  const known = typeof quarter === "string" ? parseQuarter(quarter) : quarter;
  if (!known) return String(quarter);
  return locale === "nl"
    ? `${known.quarter}e${nbsp}kwartaal ${known.year}`
    : `Q${known.quarter}${nbsp}${known.year}`;
}

/** "2027-Q2" → { year: 2027, quarter: 2 }; null when it is not of that form. */
export function parseQuarter(text: string): Quarter | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(text);
  return match ? { year: Number(match[1]), quarter: Number(match[2]) as Quarter["quarter"] } : null;
}

/** The quarter a date lies in, by the calendar of Amsterdam. */
export function quarterOf(moment: Date | string): Quarter {
  const parts = dates("en-GB", { year: "numeric", month: "numeric", timeZone }).formatToParts(
    new Date(moment),
  );
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: read("year"), quarter: Math.ceil(read("month") / 3) as Quarter["quarter"] };
}

export type DateStyle = {
  /** Name the day of the week: where a deadline counts. */
  weekday?: boolean;
  /** Name the time and the time zone. */
  time?: boolean;
  /** "24 nov 2026": where room is scarce. */
  short?: boolean;
};

/** A moment by the clock of Amsterdam: "dinsdag 24 november 2026, 11:39 uur (CET)". */
export function formatDate(moment: Date | string, locale: Locale, style: DateStyle = {}): string {
  const date = new Date(moment);
  const day = dayOf(date, locale, style);
  if (!style.time) return day;
  const time = part(date, "en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const zone = zoneOf(date);
  return locale === "nl" ? `${day}, ${time}${nbsp}uur (${zone})` : `${day}, ${time}${nbsp}(${zone})`;
}

function dayOf(date: Date, locale: Locale, { weekday, short }: DateStyle): string {
  const name = weekday ? `${part(date, locale, { weekday: short ? "short" : "long" })} ` : "";
  const month = part(date, locale, { month: short ? "short" : "long" }).replace(".", "");
  return `${name}${part(date, locale, { day: "numeric" })}${nbsp}${month} ${part(date, locale, { year: "numeric" })}`;
}

function zoneOf(date: Date): string {
  const parts = dates("en-GB", { timeZone, timeZoneName: "short" }).formatToParts(date);
  return parts.find((one) => one.type === "timeZoneName")?.value ?? timeZone;
}

function part(date: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  return dates(regional[locale], { timeZone, ...options }).format(date);
}

// Making a formatter takes as long as a hundred uses of it, and a page formats hundreds of figures.
const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));

function kept<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const known = made.get(key) ?? make(locale, options);
    made.set(key, known);
    return known;
  };
}

function withEuro(value: number, locale: Locale, least: number, most: number): string {
  const figure = numbers(regional[locale], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  }).format(Math.abs(value));
  const sign = value < 0 ? "−" : "";
  return locale === "nl" ? `€${nbsp}${sign}${figure}` : `${sign}€${figure}`;
}

function roundTo(value: number, digits: number): number {
  const power = 10 ** digits;
  return Math.round(value * power) / power;
}

/** More decimals than cents are refused: "1.200" in English may be a Dutch thousand. */
function plainNumber(written: string, locale: Locale, decimals: number): number {
  const [group, decimal] = locale === "nl" ? [".", ","] : [",", "."];
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d{0,${decimals}})?$`);
  const simple = new RegExp(`^-?\\d+(\\${decimal}\\d{0,${decimals}})?$`);
  const borrowed = new RegExp(`^-?\\d+\\${group}\\d{1,2}$`);
  if (grouped.test(written) || simple.test(written)) {
    return Number(written.replaceAll(group, "").replace(decimal, "."));
  }
  return borrowed.test(written) ? Number(written.replace(group, ".")) : Number.NaN;
}

function factorOf(word: string | undefined): number {
  if (!word) return 1;
  if (/^(k|dzd|duizend|thousand)$/.test(word)) return 1_000;
  return /^(mld|miljard|bn|billion)$/.test(word) ? 1_000_000_000 : 1_000_000;
}
