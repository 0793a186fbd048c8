/** One field that someone else saved differently from what was typed here. */
export type Difference = {
  field: string;
  theirs: unknown;
  mine: unknown;
  /** Nothing was typed here: what is saved is the better guess. */
  untouched: boolean;
};

/** The named fields in which what is saved and what was typed differ, in the order of the form; `start` is what the form began with. */
export function differences(
  saved: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  start: Readonly<Record<string, unknown>> = {},
): Difference[] {
  return fields
    .filter((field) => field in saved && !same(saved[field], typed[field]))
    .map((field) => ({
      field,
      theirs: saved[field],
      mine: typed[field],
      untouched: field in start && same(start[field], typed[field]),
    }));
}

/** Nothing typed and nothing saved are the same; moments are compared as moments. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === "") return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value)) {
    const moment = new Date(value);
    return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
  }
  return value;
}
