/** "2027-05-14" → "2027-Q2". */
export const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

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

/** Quarters since year 0, so that they can be counted with. */
const countOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
const nameOf = (count: number): string => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
