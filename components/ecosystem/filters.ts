import type { z } from "zod";

export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address asks for, by the procedure's own schema; what it asks wrongly is left out. */
export function readFilter<S extends z.ZodObject>(
  schema: S,
  params: SearchParams,
  names: readonly (keyof z.infer<S> & string)[],
): Partial<z.infer<S>> {
  const asked: Record<string, unknown> = {};
  for (const name of names) {
    const value = [params[name]].flat()[0];
    const field = schema.shape[name] as z.ZodType;
    const read = field.safeParse(value === "" ? undefined : value);
    if (read.success && read.data !== undefined) asked[name] = read.data;
  }
  return asked as Partial<z.infer<S>>;
}

/** The address of the same page with one filter set, or taken off with null. */
export function hrefWith(
  path: string,
  asked: Readonly<Record<string, string | undefined>>,
  name: string,
  value: string | null,
): string {
  const { [name]: _, ...others } = asked;
  const entries = Object.entries(value === null ? others : { ...others, [name]: value });
  const query = new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size > 0 ? `${path}?${query}` : path;
}
