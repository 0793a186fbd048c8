import { quarterAfter, quartersApart, shifted, type Window } from "../core/quarters";

/** A window with how far its buyer lets it move, in quarters. */
export type Slack = { slackEarlier: number; slackLater: number };
type Open = { windowStart: string | null; windowEnd: string | null } & Slack;

/** By how many quarters a window moved as a whole, when that is within its slack and not nothing; otherwise null. */
export function shiftWithinSlack(need: Open, to: Window): number | null {
  if (!need.windowStart || !need.windowEnd) return null;
  const by = quartersApart(need.windowStart, to.windowStart);
  const moved = shifted(windowOf(need)!, { start: by, end: by });
  const isWhole = moved?.windowStart === to.windowStart && moved.windowEnd === to.windowEnd;
  const isWithin = by !== 0 && by >= -need.slackEarlier && by <= need.slackLater;
  return isWhole && isWithin ? by : null;
}

export const windowOf = ({ windowStart, windowEnd }: Omit<Open, keyof Slack>): Window | null =>
  windowStart && windowEnd ? { windowStart, windowEnd } : null;

/** The quarter in which the most needs are open at once, and the shifts, in quarters, that bring them there. */
export type Alignment = { quarter: string; open: number; shifts: Record<string, number> };

/**
 * Lets as many needs as possible be open in one quarter, each moved no further than its slack allows. Of the quarters that
 * reach as many, the one that moves them least; then the earliest. A need that cannot come stays.
 */
export function align(needs: readonly (Open & { id: string })[]): Alignment | null {
  const open = needs.flatMap(({ id, slackEarlier, slackLater, ...need }) => {
    const window = windowOf(need);
    if (!window) return [];
    const start = quartersApart(ORIGIN, window.windowStart);
    return [{ id, slackEarlier, slackLater, start, end: quartersApart(ORIGIN, window.windowEnd) }];
  });
  if (open.length === 0) return null;
  const first = Math.min(...open.map(({ start, slackEarlier }) => start - slackEarlier));
  const last = Math.max(...open.map(({ end, slackLater }) => end + slackLater));
  let best: { at: number; count: number; cost: number; shifts: Record<string, number> } | null = null;
  for (let at = first; at <= last; at++) {
    const shifts: Record<string, number> = {};
    let [count, cost] = [0, 0];
    for (const need of open) {
      const by = at < need.start ? at - need.start : at > need.end ? at - need.end : 0;
      if (by < -need.slackEarlier || by > need.slackLater) continue;
      count += 1;
      cost += Math.abs(by);
      if (by !== 0) shifts[need.id] = by;
    }
    if (!best || count > best.count || (count === best.count && cost < best.cost))
      best = { at, count, cost, shifts };
  }
  return best && { quarter: quarterAfter("2000-Q1", best.at), open: best.count, shifts: best.shifts };
}

const ORIGIN = "2000-01-01";
