/** "2027-05-14" → "2027-Q2". */
export const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** First day of "2027-Q2". */
export const firstDayOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")}-01`;

/** Last day of "2027-Q2". */
export function lastDayOf(quarter: string): string {
  const [year, month] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** First day of the quarter that a moment lies in, by the calendar of UTC. */
export function startOfQuarter(moment: Date): string {
  const month = moment.getUTCMonth() - (moment.getUTCMonth() % 3) + 1;
  return `${moment.getUTCFullYear()}-${String(month).padStart(2, "0")}-01`;
}

/** All quarters from one to another, both included; at most `most`. */
export function quartersBetween(first: string, last: string, most: number): string[] {
  const [from, to] = [countOf(first), countOf(last)];
  const length = Math.min(Math.max(to - from + 1, 0), most);
  return Array.from({ length }, (_, index) => nameOf(from + index));
}

/** So many quarters later; earlier when negative. */
export const quarterAfter = (quarter: string, by: number): string => nameOf(countOf(quarter) + by);

/** How many quarters a day lies after another; negative when before. */
export const quartersApart = (from: string, to: string): number =>
  countOf(quarterOfDay(to)) - countOf(quarterOfDay(from));

/** Quarters since year 0, so that they can be counted with. */
const countOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
const nameOf = (count: number): string => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;

export type Window = { windowStart: string; windowEnd: string };
/** By how many quarters each side of a window moves; negative is earlier. */
export type Shift = { start: number; end: number };

/** The window moved by whole quarters; null when it would end before it starts. */
export function shifted({ windowStart, windowEnd }: Window, by: Shift): Window | null {
  const moved = { windowStart: shiftDay(windowStart, by.start), windowEnd: shiftDay(windowEnd, by.end) };
  return moved.windowStart <= moved.windowEnd ? moved : null;
}

/** The same day of the month so many quarters on; the last day of a month stays the last day. */
export function shiftDay(day: string, quarters: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const target = year * 12 + (month - 1) + quarters * 3;
  const [toYear, toMonth] = [Math.floor(target / 12), target % 12];
  const last = daysIn(toYear, toMonth);
  const isLast = date === daysIn(year, month - 1);
  return new Date(Date.UTC(toYear, toMonth, isLast ? last : Math.min(date, last))).toISOString().slice(0, 10);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
