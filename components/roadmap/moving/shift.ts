import type { Window } from "@/components/needs/move-form";

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
