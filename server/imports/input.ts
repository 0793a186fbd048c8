import { z } from "zod";
import { IMPORT_OUTCOMES } from "@/db/enums";
import { COLUMNS, type Column } from "../ocds/columns";

/** 50,000 needs are about 15 MB as CSV and 55 MB as OCDS. */
export const LARGEST_FILE = 80_000_000;
export const MOST_ROWS = 50_000;
export const MOST_COLUMNS = 100;
export const LONGEST_CELL = 20_000;

/** Field → the name of the column that holds it. */
const mapping = z.partialRecord(z.enum(COLUMNS), z.string().max(LONGEST_CELL));
const step = z.strictObject({ id: z.uuid(), version: z.int() });

export const importIdInput = step.pick({ id: true });
export const checkImportInput = step.extend({ mapping });
export const runImportInput = step.extend({
  /** Publishes what is complete. */
  publish: z.boolean().default(false),
  /** Leaves out the rows with a mistake; otherwise nothing is imported while there are any. */
  withoutWrong: z.boolean().default(false),
  /** Why windows of published needs move; asked when they do. */
  slipReason: z.string().trim().max(1000).default(""),
});
export const undoImportInput = step.extend({ reason: z.string().trim().min(5).max(1000) });
export const importRowsInput = importIdInput.extend({
  outcome: z.enum([...IMPORT_OUTCOMES, "likely", "kept"]),
  page: z.int().min(1).max(10_000).default(1),
});

export type CheckImport = z.infer<typeof checkImportInput>;
export type RunImport = z.infer<typeof runImportInput>;
export type UndoImport = z.infer<typeof undoImportInput>;
export type ImportRowsOf = z.infer<typeof importRowsInput>;
export type ColumnMapping = z.infer<typeof mapping>;

/** What a column is called in files beside its own name, in Dutch and English, without capitals and signs. */
const NAMES: Record<Column, string[]> = {
  reference: ["kenmerk", "eigen kenmerk", "referentie", "ref", "id", "nummer", "own reference"],
  title: ["titel", "naam", "onderwerp", "name", "subject"],
  description: ["beschrijving", "omschrijving", "toelichting"],
  language: ["taal"],
  cpv: ["cpv code", "cpvcode", "cpv codes"],
  buyer: ["inkoper", "organisatie", "opdrachtgever", "organisation", "organization"],
  window_start: ["begin", "start", "startdatum", "start date", "van", "from", "begin periode", "planning"],
  window_end: ["einde", "eind", "end", "einddatum", "end date", "tot", "until", "einde periode"],
  value_min: [
    "laagste waarde",
    "minimum",
    "min",
    "waarde min",
    "waarde vanaf",
    "lowest value",
    "minimum value",
  ],
  value_max: [
    "hoogste waarde",
    "maximum",
    "max",
    "waarde max",
    "waarde tot",
    "highest value",
    "maximum value",
    "waarde",
    "value",
  ],
  certainty: ["zekerheid"],
  theme: ["thema", "missiethema", "mission theme"],
  ecosystems: [
    "ecosystemen",
    "ecosysteem",
    "sectoren",
    "clusters",
    "sectoren en clusters",
    "sectors and clusters",
  ],
  place: ["plaats", "locatie", "location"],
  procedure: ["procedure die u verwacht", "aanbestedingsprocedure"],
  skills: ["vaardigheden"],
  questions: ["vragen", "kennisvragen", "open questions"],
  visibility: ["zichtbaarheid", "zichtbaar voor", "visible to"],
};

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Which column holds which field: as it was chosen last time where the file still has that column, else by its name. */
export function guessMapping(columns: readonly string[], remembered: ColumnMapping): ColumnMapping {
  const guessed: ColumnMapping = {};
  const taken = new Set<string>();
  const take = (field: Column, column: string | undefined) => {
    if (column === undefined || taken.has(column) || guessed[field]) return;
    guessed[field] = column;
    taken.add(column);
  };
  for (const field of COLUMNS)
    take(
      field,
      columns.find((column) => column === remembered[field]),
    );
  for (const field of COLUMNS)
    take(
      field,
      columns.find((column) => plain(column) === plain(field)),
    );
  for (const field of COLUMNS)
    take(
      field,
      columns.find((column) => NAMES[field].includes(plain(column))),
    );
  return guessed;
}
