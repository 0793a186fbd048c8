/** First day of "2027-Q2". */
export function firstDayOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")}-01`;
}

/** Last day of "2027-Q2". */
export function lastDayOf(quarter: string): string {
  const [year, month] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** "2027-05-14" → "2027-Q2". */
export const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
