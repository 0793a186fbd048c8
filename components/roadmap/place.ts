import { firstDayOf, lastDayOf, quarterOfDay } from "@/server/core/quarters";

/**
 * The grid lines between which a need's bar lies and its words stand. What reaches beyond the columns is cut off there.
 * Words start where the bar starts; near the end they stop where it stops, so that they have room.
 */
export function placeOn(columns: readonly string[], need: { windowStart: string; windowEnd: string }) {
  const [starts, ends] = [quarterOfDay(need.windowStart), quarterOfDay(need.windowEnd)];
  const before = columns.filter((column) => column < starts).length;
  const upTo = columns.filter((column) => column <= ends).length;
  const first = Math.min(before + 1, Math.max(1, columns.length));
  const end = Math.max(first + 1, upTo + 1);
  const atEnd = first > columns.length / 2;
  return {
    first,
    last: end,
    wordsFrom: atEnd ? 1 : first,
    wordsTo: atEnd ? end : columns.length + 1,
    atEnd,
  };
}

/** How far along the columns a day is, from 0 to 1; null when it lies on none of them. */
export function placeOfDay(columns: readonly string[], day: string): number | null {
  const quarter = quarterOfDay(day);
  const index = columns.indexOf(quarter);
  if (index < 0) return null;
  const [first, last, at] = [firstDayOf(quarter), lastDayOf(quarter), day].map((one) => Date.parse(one));
  return (index + (at! - first!) / (last! - first!)) / columns.length;
}
