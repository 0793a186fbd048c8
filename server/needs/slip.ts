/**
 * So many needs are asked before a buyer's past says anything: of fewer, the ninetieth percentile is hardly more than
 * the one that moved most.
 */
export const ENOUGH_HISTORY = 10;

/** How far a buyer's windows moved. Days are whole, later is positive; null without any need. */
export type SlipHistory = {
  /** Needs that count: see `server/needs/queries/slips.ts`. */
  needs: number;
  moved: number;
  medianDays: number | null;
  p90Days: number | null;
  /** How many needs are lacking before a likely start is given. */
  lacking: number;
};

/** Days: as likely before as after the one, in nine of ten cases not after the other. */
export type LikelyStart = { p50: string; p90: string };

/**
 * The quantile of figures by linear interpolation between the two nearest in order: type 7 of Hyndman and Fan (1996), as
 * `percentile_cont` of PostgreSQL. Null without figures.
 * @param share from 0 (the least) to 1 (the most)
 */
export function quantile(figures: readonly number[], share: number): number | null {
  if (figures.length === 0) return null;
  const ordered = [...figures].sort((a, b) => a - b);
  const place = (ordered.length - 1) * share;
  const below = ordered[Math.floor(place)]!;
  const above = ordered[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** @param shifts in days, from the first published start of a window to its latest; one for each need that counts */
export function slipHistoryOf(shifts: readonly number[]): SlipHistory {
  return {
    needs: shifts.length,
    moved: shifts.filter((days) => days !== 0).length,
    medianDays: wholeDays(quantile(shifts, 0.5)),
    p90Days: wholeDays(quantile(shifts, 0.9)),
    lacking: Math.max(0, ENOUGH_HISTORY - shifts.length),
  };
}

/**
 * When a window is likely to start: its start as it stands, moved as far as this buyer's windows moved; never before
 * today. Null while there is not enough history.
 */
export function likelyStart(start: string, history: SlipHistory, today: string): LikelyStart | null {
  const { lacking, medianDays, p90Days } = history;
  if (lacking > 0 || medianDays === null || p90Days === null) return null;
  const after = (days: number) => {
    const day = addDays(start, days);
    return day < today ? today : day;
  };
  return { p50: after(medianDays), p90: after(p90Days) };
}

const wholeDays = (days: number | null) => (days === null ? null : Math.round(days) || 0);

const LAST_DAY = "9999-12-31";

/** "2027-01-31" and 1 → "2027-02-01", by the calendar of UTC; not beyond the last day that is written so. */
function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.getUTCFullYear() > 9999 ? LAST_DAY : moment.toISOString().slice(0, 10);
}
