/** What is read of a release; anything may stand in it. */
export type Release = { ocid: string; id?: unknown; date?: unknown } & Fields;
type Fields = { [field: string]: unknown };

/** What belongs to one release and not to the process. */
const OF_ONE_RELEASE = new Set(["id", "date", "tag", "publisher", "links"]);
/** Lists that the standard replaces as a whole (`wholeListMerge`). */
const WHOLE = new Set([
  "identifiers",
  "deliveryLocations",
  "deliveryAddresses",
  "additionalIdentifiers",
  "additionalClassifications",
  "locations",
  "classifications",
]);

/**
 * The process as its releases leave it (OCDS, merging): read oldest first; a later value replaces an earlier one, null
 * removes it, objects merge by field, arrays of objects by `id`. Its date is that of the newest, its id `{ocid}-{date}`.
 * @param releases of one process, in any order
 */
export function compiled(releases: readonly Release[]): Release & { tag: string[] } {
  const ordered = [...releases].sort((a, b) => momentOf(a) - momentOf(b));
  const merged: Fields = {};
  for (const release of ordered) {
    const fields = Object.entries(release).filter(([field]) => !OF_ONE_RELEASE.has(field));
    mergeInto(merged, Object.fromEntries(fields));
  }
  const { ocid, date } = ordered.at(-1)!;
  return { ...merged, ocid, id: `${ocid}-${date ?? ""}`, date, tag: ["compiled"] };
}

/** A release without a readable date is older than every other. */
const momentOf = ({ date }: Release): number => Date.parse(String(date)) || 0;

function mergeInto(target: Fields, source: Fields): void {
  for (const [field, value] of Object.entries(source)) {
    if (field === "__proto__") continue;
    const before = target[field];
    if (value === null) delete target[field];
    else if (isFields(value)) {
      const inside = isFields(before) ? before : {};
      mergeInto(inside, value);
      target[field] = inside;
    } else if (isListOfFields(value) && !WHOLE.has(field)) {
      target[field] = mergedById(isListOfFields(before) ? before : [], value);
    } else target[field] = value;
  }
}

/** Objects of the same id become one; what has no id is another each time. */
function mergedById(before: readonly Fields[], after: readonly Fields[]): Fields[] {
  const merged = [...before];
  const places = new Map(merged.map((item, place) => [idOf(item), place]));
  for (const item of after) {
    const place = idOf(item) === undefined ? undefined : places.get(idOf(item));
    const into = place === undefined ? {} : merged[place]!;
    mergeInto(into, item);
    if (place !== undefined) continue;
    places.set(idOf(item), merged.length);
    merged.push(into);
  }
  return merged;
}

const idOf = ({ id }: Fields): string | undefined =>
  id === undefined || id === null ? undefined : String(id);

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isListOfFields = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields);
