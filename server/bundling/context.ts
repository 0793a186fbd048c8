import { digitsInCommon, kindOf } from "./cpv";
import type { Comparable } from "./similarity";

const BY_DIGITS = [0, 0, 0.1, 0.35, 0.6, 0.8, 0.9, 0.95, 1];
const APART = 0.85;
const FARTHEST = 0.3;

/** How much two codes say that needs are of one kind, by the digits they share; nothing when one has none. */
export function likenessOfCodes(a: string | null, b: string | null): number {
  return a && b ? BY_DIGITS[digitsInCommon(a, b)]! : 0;
}

export type Quarters = { start: number; end: number };

/** A window in whole quarters since the year 0. */
export function quartersOf({ windowStart, windowEnd }: Comparable): Quarters | null {
  if (!windowStart || !windowEnd) return null;
  return { start: quarterOf(windowStart), end: quarterOf(windowEnd) };
}

const quarterOf = (day: string) =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** 1 when two windows have a quarter in common, less for each quarter between them. */
export function likenessOfWindows(a: Quarters | null, b: Quarters | null): number {
  if (!a || !b) return 1;
  const between = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  return between <= 0 ? 1 : Math.max(FARTHEST, APART ** between);
}

/** Between 0.6 and 1.1: theme, ecosystems, kind and size confirm what the subject says, and never stand alone. */
export function confirmation(a: Comparable, b: Comparable): number {
  let factor = 1;
  // Who buys a thing and who has something done with it have the same words, and seldom one supplier.
  if (a.cpv && b.cpv && kindOf(a.cpv) !== kindOf(b.cpv)) factor *= 0.8;
  if (a.theme && b.theme) factor *= a.theme === b.theme ? 1.05 : 0.87;
  if (a.ecosystems.some((slug) => b.ecosystems.includes(slug))) factor *= 1.03;
  if (timesLarger(a, b) > 100) factor *= 0.95;
  return factor;
}

function timesLarger(a: Comparable, b: Comparable): number {
  const [x, y] = [middle(a), middle(b)];
  return x > 0 && y > 0 ? Math.max(x, y) / Math.min(x, y) : 1;
}

const middle = ({ valueMinCents, valueMaxCents }: Comparable) =>
  ((valueMinCents ?? 0) + (valueMaxCents ?? 0)) / 2;
