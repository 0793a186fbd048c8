import type { Language } from "@/db/enums";
import type { RowIssue } from "@/db/schema/imports";
import { type Issue, sayingOf } from "../core/issues";
import { type CreateNeed, createNeedInput } from "../needs/input";
import { unknownIn } from "../needs/unknown";
import { COLUMNS, type Column } from "../ocds/columns";
import { getWords } from "../regions/queries";
import { centsIn, linesIn, type Period, periodIn, Unreadable, wordIn } from "./cells";
import type { ColumnMapping } from "./input";

/** Where a column's value goes in a need. */
const FIELD: Record<Exclude<Column, "buyer">, keyof CreateNeed> = {
  reference: "reference",
  title: "title",
  description: "description",
  language: "language",
  cpv: "cpv",
  window_start: "windowStart",
  window_end: "windowEnd",
  value_min: "valueMinCents",
  value_max: "valueMaxCents",
  certainty: "certainty",
  theme: "theme",
  ecosystems: "ecosystems",
  place: "place",
  procedure: "procedure",
  skills: "skills",
  questions: "questions",
  visibility: "visibility",
};
const COLUMN = new Map(Object.entries(FIELD).map(([column, field]) => [field as string, column as Column]));

export type Judged = {
  issues: RowIssue[];
  /** What the row says, checked as the form would; null when there are issues. */
  need: CreateNeed | null;
};

/**
 * Reads rows of one file as needs of one buyer: the same schema as the form, the same lists as the command.
 * @param columns of the file, in its order
 */
export function judgeOf(file: {
  columns: readonly string[];
  mapping: ColumnMapping;
  language: Language;
  buyerName: string;
}): (cells: readonly string[]) => Judged {
  const places = COLUMNS.flatMap((column) => {
    const index = file.columns.indexOf(file.mapping[column] ?? "");
    return file.mapping[column] === undefined || index < 0 ? [] : [[column, index] as const];
  });
  const { missionThemes, ecosystems } = getWords();
  const read = readers(slugsOf(missionThemes), slugsOf(ecosystems));

  return (cells) => {
    const row = Object.fromEntries(places.map(([column, index]) => [column, cells[index] ?? ""])) as Row;
    const issues: RowIssue[] = [];
    const attempt = <T>(field: Column, work: (cell: string) => T): T | undefined => {
      try {
        return work((row[field] ?? "").trim());
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        issues.push({ field, key: error.key });
        return undefined;
      }
    };
    const value = read(row, attempt, file.language);
    if (row.buyer?.trim() && row.buyer.trim().toLowerCase() !== file.buyerName.toLowerCase())
      issues.push({ field: "buyer", key: "imports.otherBuyer", params: { buyer: file.buyerName } });
    return checked(value, issues);
  };
}

/** Which fields of a need the file says anything of: the others stay as they are when a need is changed. */
export function fieldsOf(mapping: ColumnMapping): (keyof CreateNeed)[] {
  const fields = Object.entries(FIELD).flatMap(([column, field]) =>
    mapping[column as Column] === undefined ? [] : [field],
  );
  return fields.includes("windowStart") ? [...fields, "windowPrecision"] : fields;
}

type Row = Partial<Record<Column, string>>;
type Named = "theme" | "ecosystems" | "cpv";
type Read = Record<Exclude<keyof CreateNeed, Named>, unknown> & Pick<CreateNeed, Named>;
type Attempt = <T>(field: Column, work: (cell: string) => T) => T | undefined;

const readers =
  (themes: Map<string, string>, ecosystems: Map<string, string>) =>
  (row: Row, attempt: Attempt, language: Language): Read => {
    const start = attempt("window_start", periodIn);
    const end = attempt("window_end", periodIn);
    const last = end ?? start;
    const slug = (known: Map<string, string>, cell: string) =>
      known.get(cell.toLowerCase()) ?? slugLike(cell);
    return {
      reference: row.reference?.trim() || null,
      title: row.title ?? "",
      description: row.description ?? "",
      language: attempt("language", (cell) => wordIn("language", cell)) ?? language,
      cpv: attempt("cpv", codeIn) ?? null,
      windowStart: start?.first ?? null,
      windowEnd: last?.last ?? null,
      windowPrecision: precisionOf(start ?? null, last ?? null),
      slackEarlier: 0,
      slackLater: 0,
      valueMinCents:
        attempt("value_min", centsIn) ??
        (row.value_min?.trim() ? null : attempt("value_max", quietly)) ??
        null,
      valueMaxCents:
        attempt("value_max", centsIn) ??
        (row.value_max?.trim() ? null : attempt("value_min", quietly)) ??
        null,
      certainty: attempt("certainty", (cell) => wordIn("certainty", cell)) ?? "idea",
      theme: row.theme?.trim() ? slug(themes, row.theme.trim()) : null,
      ecosystems: linesIn(row.ecosystems ?? "").map((cell) => slug(ecosystems, cell)),
      place: row.place ?? "",
      procedure: attempt("procedure", (cell) => wordIn("procedure", cell)) ?? "unknown",
      skills: linesIn(row.skills ?? ""),
      questions: linesIn(row.questions ?? ""),
      visibility: attempt("visibility", (cell) => wordIn("visibility", cell)) ?? "organisation",
      invited: [],
      contact: "",
    };
  };

/** One amount is both the lowest and the highest; what cannot be read is told of at its own column. */
function quietly(cell: string): number | null {
  try {
    return centsIn(cell);
  } catch {
    return null;
  }
}

/** "72212000-4 Programming services" and "72 212 000" too. */
function codeIn(cell: string): string | null {
  if (cell === "") return null;
  const code = /^(\d{8})(?:-\d)?(?!\d)/.exec(cell.replaceAll(/(?<=\d)[ .](?=\d)/g, ""))?.[1];
  if (!code) throw new Unreadable("needs.cpvForm");
  return code;
}

const slugsOf = (list: { slug: string; name: Record<Language, string> }[]) =>
  new Map(
    list.flatMap(({ slug, name }) => [slug, name.nl, name.en].map((word) => [word.toLowerCase(), slug])),
  );

/** What no list holds is kept in a form that the schema takes, so that the list refuses it and not the form. */
const slugLike = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60) || "-";

function checked(value: Read, issues: RowIssue[]): Judged {
  const said = new Set(issues.map(({ field }) => field));
  const result = createNeedInput.safeParse(value, { reportInput: true });
  for (const issue of result.success ? [] : result.error.issues) {
    const field = COLUMN.get(String(issue.path[0])) ?? "title";
    if (!said.has(field)) issues.push({ field, ...sentenceOf(issue as Issue & { message: string }) });
    said.add(field);
  }
  // Whatever else is wrong, so that nobody mends a file twice.
  for (const { field, key } of unknownIn(value))
    if (!said.has(field)) issues.push({ field: COLUMN.get(field)!, key });
  return {
    issues,
    need:
      !result.success || issues.length > 0
        ? null
        : { ...result.data, cpv: result.data.cpv?.slice(0, 8) ?? null },
  };
}

function sentenceOf(issue: Issue & { message: string }): Omit<RowIssue, "field"> {
  if (/^\w+\.\w+$/.test(issue.message)) return { key: issue.message };
  const { key, params } = sayingOf(issue);
  return { key: `forms.wrong.${key}`, params };
}

/** Days that are the first and the last of quarters say no more than the quarters: so a workbook, where all are days, is read as it was written. */
function precisionOf(start: Period | null, last: Period | null): "quarter" | "date" {
  if (start?.precision !== "date" && last?.precision !== "date") return "quarter";
  const opens = /-(01|04|07|10)-01$/.test(start?.first ?? "");
  const closes = /-(03-31|06-30|09-30|12-31)$/.test(last?.last ?? "");
  return opens && closes ? "quarter" : "date";
}
