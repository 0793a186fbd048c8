import type { Certainty, Language, WindowPrecision } from "@/db/enums";
import { quarterAfter, quarterOfDay, shifted, type Window } from "@/server/core/quarters";
import type { Slack } from "@/server/programmes/slack";
import type { Span } from "../../needs/span";

export type PlannableNeed = Window &
  Slack & {
    id: string;
    title: string;
    language: Language;
    buyerName: string;
    windowPrecision: WindowPrecision;
    certainty: Certainty;
    /** Of its link to the programme. */
    version: number;
    /** What its buyer was asked before. */
    asked: Window | null;
  };
/** By need, in quarters. */
export type Shifts = Record<string, number>;
export type PlannedWindow = PlannableNeed & { by: number };
/** From the first quarter in which one is open to the last. */
export type OpenPerQuarter = { quarter: string; count: number }[];

/** The needs with the windows that they would have. */
export const planned = (needs: readonly PlannableNeed[], shifts: Shifts): PlannedWindow[] =>
  needs.map((need) => {
    const by = shifts[need.id] ?? 0;
    return { ...need, ...shifted(need, { start: by, end: by })!, by };
  });

/** In how many needs something can begin, quarter by quarter. */
export function openPerQuarter(windows: readonly Window[]): OpenPerQuarter {
  const { start, end } = spanOf(windows);
  const all: OpenPerQuarter = [];
  for (let quarter = quarterOfDay(start); quarter <= quarterOfDay(end); quarter = quarterAfter(quarter, 1)) {
    const isOpen = (it: Window) =>
      quarterOfDay(it.windowStart) <= quarter && quarter <= quarterOfDay(it.windowEnd);
    all.push({ quarter, count: windows.filter(isOpen).length });
  }
  return all;
}

/** The quarter in which the most are open; the earliest of equals. */
export const fullest = (quarters: OpenPerQuarter) =>
  quarters.reduce((best, one) => (one.count > best.count ? one : best));

/** A window at the two ends of its slack. */
export const asFarAsItGoes = (need: PlannableNeed): Window[] =>
  [-need.slackEarlier, need.slackLater].map((by) => shifted(need, { start: by, end: by })!);

/** The period that holds all these windows. */
export const spanOf = (windows: readonly Window[]): Span => ({
  start: windows.map(({ windowStart }) => windowStart).sort()[0]!,
  end: windows
    .map(({ windowEnd }) => windowEnd)
    .sort()
    .at(-1)!,
});
