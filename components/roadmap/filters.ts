import { CERTAINTIES } from "@/db/enums";
import { firstDayOf, lastDayOf } from "@/server/core/quarters";
import { BUYER_KINDS } from "@/server/needs/input";
import { BOARDS, type Lens, type TableColumn } from "@/server/roadmap/input";
import { columnsText, readColumns, readSort, type Sort, sortText } from "./table/asked";

export type SearchParams = Record<string, string | string[] | undefined>;
export const VIEWS = ["timeline", "board", "table", "places"] as const;
export type View = (typeof VIEWS)[number];

/** How much time fits on the screen: quarters to read, or years to look over. */
export const ZOOMS = ["quarter", "year"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** What the address asks for; what it asks wrongly is left out. */
export type Asked = {
  q: string;
  theme?: string;
  ecosystem?: string;
  buyerKind?: (typeof BUYER_KINDS)[number];
  certainty?: (typeof CERTAINTIES)[number];
  /** Whole euros. */
  value?: number;
  /** Quarters: "2027-Q1". */
  from?: string;
  until?: string;
  view: View;
  zoom: Zoom;
  /** What the columns of the board are. */
  by: (typeof BOARDS)[number];
  /** Of the table. */
  sort: Sort;
  columns: readonly TableColumn[];
  page: number;
  /** Whose lens the reader looks through; without it, the whole roadmap. */
  lens?: Lens;
};

export const FILTERS = [
  "q",
  "theme",
  "ecosystem",
  "buyerKind",
  "certainty",
  "value",
  "from",
  "until",
] as const satisfies readonly (keyof Asked)[];
export type FilterName = (typeof FILTERS)[number];

export function readFilters(params: SearchParams, lens?: Lens): Asked {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  };
  const fitting = (name: string, form: RegExp) => (form.test(one(name) ?? "") ? one(name) : undefined);
  const among = <W extends string>(name: string, list: readonly W[]) =>
    list.find((word) => word === one(name));
  return {
    q: one("q")?.slice(0, 200) ?? "",
    theme: fitting("theme", /^[a-z0-9-]{1,60}$/),
    ecosystem: fitting("ecosystem", /^[a-z0-9-]{1,60}$/),
    buyerKind: among("buyerKind", BUYER_KINDS),
    certainty: among("certainty", CERTAINTIES),
    value: Number(fitting("value", /^[1-9]\d{0,10}$/)) || undefined,
    from: fitting("from", /^20\d\d-Q[1-4]$/),
    until: fitting("until", /^20\d\d-Q[1-4]$/),
    view: among("view", VIEWS) ?? "timeline",
    by: among("by", BOARDS) ?? "certainty",
    zoom: among("zoom", ZOOMS) ?? "quarter",
    sort: readSort(one("sort")),
    columns: readColumns(params.columns),
    page: Number(fitting("page", /^[1-9]\d{0,3}$/)) || 1,
    ...(lens && { lens }),
  };
}

/** The filters, as the roadmap's procedures take them. */
export function filterInput({ q, theme, ecosystem, buyerKind, certainty, value, from, until }: Asked) {
  return {
    q,
    theme,
    ecosystem,
    buyerKind,
    certainty,
    valueFrom: value === undefined ? undefined : value * 100,
    from: from && firstDayOf(from),
    until: until && lastDayOf(until),
  };
}

/** The same with the page, as the timeline takes it. */
export const procedureInput = (asked: Asked) => ({ ...filterInput(asked), page: asked.page });

/** The same with order and columns, as the table takes it. */
export const tableInput = (asked: Asked) => ({
  ...procedureInput(asked),
  sort: asked.sort.by,
  descending: asked.sort.descending,
  likely: asked.columns.includes("likely"),
});

/** The roadmap, or the lens on it, without a question. */
export const roadmapPath = ({ lens }: Pick<Asked, "lens">): string =>
  lens ? `/roadmap/lenses/${lens}` : "/roadmap";

/** The roadmap's address with some of what it asks changed; another filter starts at the first page. */
export function roadmapHref(asked: Asked, change: Partial<Asked> = {}): string {
  const now: Asked = { ...asked, page: 1, ...change };
  const query = new URLSearchParams();
  for (const name of FILTERS) if (now[name]) query.set(name, String(now[name]));
  if (now.view !== "timeline") query.set("view", now.view);
  if (now.by !== "certainty") query.set("by", now.by);
  if (now.zoom !== "quarter") query.set("zoom", now.zoom);
  const [sort, columns] = [sortText(now.sort), columnsText(now.columns)];
  if (sort) query.set("sort", sort);
  if (columns) query.set("columns", columns);
  if (now.page > 1) query.set("page", String(now.page));
  const text = query.toString().replaceAll("%2C", ",");
  return text ? `${roadmapPath(now)}?${text}` : roadmapPath(now);
}
