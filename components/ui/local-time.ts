/** The clock that all deadlines are told by. */
export const timeZone = "Europe/Amsterdam";

/** An instant as the value of a date-and-time input, by the clock of Amsterdam: "2027-05-01T12:00". */
export function toLocalInput(instant: Date | string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}T${read("hour")}:${read("minute")}`;
}

/**
 * The instant that a date-and-time input means by the clock of Amsterdam.
 * In the hour that is skipped in spring it is the moment after, in the hour that comes twice in autumn the first.
 * @returns null when nothing readable is written
 */
export function fromLocalInput(written: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(written)) return null;
  const asUtc = Date.parse(`${written}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const summer = new Date(asUtc - 2 * 3_600_000);
  return toLocalInput(summer) === written ? summer : new Date(asUtc - 3_600_000);
}
