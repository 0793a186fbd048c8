/** The columns by which needs come in and go out, whatever the file: CSV, XLSX or OCDS. */
export const COLUMNS = [
  "reference",
  "title",
  "description",
  "language",
  "cpv",
  "buyer",
  "window_start",
  "window_end",
  "value_min",
  "value_max",
  "certainty",
  "theme",
  "ecosystems",
  "place",
  "procedure",
  "skills",
  "questions",
  "visibility",
] as const;

export type Column = (typeof COLUMNS)[number];

/** One need as it stands in a file: every column a text, empty when nothing is known. */
export type Row = Record<Column, string>;

/**
 * Several ecosystems, skills or questions in one cell stand under each other. One with a sign in it that sets entries apart
 * when a file is read stands in quotes, and a quote in those is doubled.
 */
export const joinLines = (lines: readonly string[]): string =>
  lines.map((line) => (/[|;\n\r]|^"/.test(line) ? `"${line.replaceAll('"', '""')}"` : line)).join("\n");
