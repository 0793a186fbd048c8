import type { Source } from "./schema";

const words = {
  nl: {
    summary: "managementsamenvatting",
    annex: "bijlage",
    figure: "figuur",
    table: "tabel",
    box: "kader",
    footnote: "voetnoot",
  },
  en: {
    summary: "management summary",
    annex: "annex",
    figure: "figure",
    table: "table",
    box: "box",
    footnote: "footnote",
  },
} as const;

/** Says where in the report a fact stands, for example "§ 2.2, figuur 2". */
export function formatSource(source: Source, locale: "nl" | "en"): string {
  const word = words[locale];
  const parts: string[] = [];
  if (source.annex) parts.push(`${word.annex} ${source.annex}`);
  if (source.section) parts.push(source.section === "summary" ? word.summary : `§ ${source.section}`);
  if (source.figure) parts.push(`${word.figure} ${source.figure}`);
  if (source.table) parts.push(`${word.table} ${source.table}`);
  if (source.box) parts.push(`${word.box} ${source.box}`);
  if (source.footnote) parts.push(`${word.footnote} ${source.footnote}`);
  return parts.join(", ");
}
