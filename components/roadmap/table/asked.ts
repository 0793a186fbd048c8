import { TABLE_COLUMNS, TABLE_SORTS, type TableColumn, type TableSort } from "@/server/roadmap/input";

/** By which column the table is ordered; descending is from the last. */
export type Sort = { by: TableSort; descending: boolean };

const USUAL: Sort = { by: "window", descending: false };
/** What a newcomer sees: enough to know what is coming. */
export const USUAL_COLUMNS: readonly TableColumn[] = [
  "title",
  "buyer",
  "programme",
  "window",
  "certainty",
  "value",
];
/** Of these one looks for the most, the surest, the latest. */
const MOST_FIRST: readonly TableSort[] = ["certainty", "value", "changed"];

/** "-value" is by value, the most first. */
export function readSort(text = ""): Sort {
  const descending = text.startsWith("-");
  const by = TABLE_SORTS.find((sort) => sort === text.slice(descending ? 1 : 0));
  return by ? { by, descending } : USUAL;
}

/** How an address says it; nothing for the usual order. */
export function sortText({ by, descending }: Sort): string | undefined {
  if (by === USUAL.by && descending === USUAL.descending) return undefined;
  return `${descending ? "-" : ""}${by}`;
}

/** The order that a press on the head of a column asks for: a second press turns it round. */
export const sortAfter = (now: Sort, by: TableSort): Sort => ({
  by,
  descending: now.by === by ? !now.descending : MOST_FIRST.includes(by),
});

/** Of an address, where columns stand with commas between, or of a form, which repeats the name. Always with the title. */
export function readColumns(given: string | string[] | undefined): readonly TableColumn[] {
  const named = [given ?? []].flat().flatMap((part) => part.split(","));
  const chosen = TABLE_COLUMNS.filter((column) => named.includes(column));
  if (chosen.length === 0) return USUAL_COLUMNS;
  return TABLE_COLUMNS.filter((column) => column === "title" || chosen.includes(column));
}

/** How an address says it; nothing for the usual columns. */
export function columnsText(columns: readonly TableColumn[]): string | undefined {
  const text = columns.join(",");
  return text === USUAL_COLUMNS.join(",") ? undefined : text;
}
