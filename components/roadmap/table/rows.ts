import type { getTranslations } from "next-intl/server";
import { formatDate, formatMoneyRange, formatQuarter, type Locale } from "@/components/ui/format";
import type { Certainty, Language, WindowPrecision } from "@/db/enums";
import { quarterOfDay, type Window } from "@/server/core/quarters";
import type { TableColumn } from "@/server/roadmap/input";
import type { TableRow, TableView } from "@/server/roadmap/queries/table";
import { windowText } from "../../needs/window-text";
import type { Words } from "../filter-form";
import { langOf } from "../lang-of";

type Named = { id: string; title: string; lang?: Language };

/** A need as a row, in words. */
export type Row = Named & {
  /** What was searched for in it. */
  found?: TableRow["found"];
  certainty: Certainty;
  programmes: Named[];
  /** What stands in the columns that are only words. */
  texts: Partial<Record<TableColumn, string>>;
  /** In nine of ten cases it starts no later: beside the likely start. */
  atLast?: string;
  /** Others changed it since the reader last looked. */
  changed?: true;
  /** For its buyer, while it is out. */
  own?: Window & { version: number; precision: WindowPrecision };
};

/** A cell that its buyer changes, and the button that has the focus again when that is done. */
export type Edit = {
  what: "certainty" | "window";
  row: Row;
  own: NonNullable<Row["own"]>;
  from: HTMLElement;
};
export type TableWords = {
  caption: string;
  changed: string;
  none: string;
  certainty: Record<Certainty, string>;
  /** For who may do so: what Enter does in the cell. */
  setCertainty?: string;
  move?: string;
};

export type Said = {
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<"roadmap">>>;
  n: Awaited<ReturnType<typeof getTranslations<"needs">>>;
  words: Words;
};

/** The needs of a page, with what the chosen columns say of them. */
export function rowsOf(
  { rows, mayChange, mayMove }: TableView,
  columns: readonly TableColumn[],
  changed: ReadonlySet<string>,
  said: Said,
): Row[] {
  return rows.map((need) => {
    const { id, title, certainty, version, precision, windowStart, windowEnd, likely } = need;
    const texts = Object.fromEntries(
      columns.flatMap((column) => {
        const text = textOf[column]?.(need, said);
        return text ? [[column, text]] : [];
      }),
    );
    return {
      id,
      title,
      lang: langOf(need, said.locale),
      certainty,
      programmes: columns.includes("programme")
        ? need.programmes.map((one) => ({
            id: one.id,
            title: one.title,
            lang: langOf(one, said.locale),
          }))
        : [],
      texts,
      ...(likely && {
        atLast: said.t("table.atLast", { when: dayText(likely.p90, precision, said.locale) }),
      }),
      ...(need.found && { found: need.found }),
      ...(changed.has(id) && { changed: true as const }),
      ...(need.isOwn && (mayChange || mayMove) && { own: { version, precision, windowStart, windowEnd } }),
    };
  });
}

const nameOf = (list: Words["missionThemes"] | Words["ecosystems"], slug: string, locale: Locale) =>
  list.find((one) => one.slug === slug)?.name[locale] ?? slug;

const dayText = (day: string, precision: WindowPrecision, locale: Locale) =>
  precision === "date" ? formatDate(day, locale) : formatQuarter(quarterOfDay(day), locale);

const textOf: Partial<Record<TableColumn, (need: TableRow, said: Said) => string | null | undefined>> = {
  buyer: ({ buyer }) => buyer,
  window: ({ windowStart, windowEnd, precision }, { locale }) =>
    windowText({ windowStart, windowEnd, windowPrecision: precision }, locale),
  value: ({ valueMinCents, valueMaxCents }, { locale }) =>
    formatMoneyRange(valueMinCents, valueMaxCents, locale),
  theme: ({ theme }, { words, locale }) => theme && nameOf(words.missionThemes, theme, locale),
  ecosystems: ({ ecosystems }, { words, locale }) =>
    ecosystems.map((slug) => nameOf(words.ecosystems, slug, locale)).join(", "),
  cpv: ({ cpv }, { locale }) => cpv && [cpv.code, cpv.name?.[locale]].filter(Boolean).join(" "),
  place: ({ place }) => place,
  procedure: ({ procedure }, { n }) => (procedure === "unknown" ? null : n(`procedure.${procedure}`)),
  likely: ({ likely, precision }, { locale }) => likely && dayText(likely.p50, precision, locale),
  changed: ({ changedAt }, { locale }) => formatDate(changedAt, locale),
};
