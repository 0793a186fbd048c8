import { open, readFile } from "node:fs/promises";
import type { ImportFormat } from "@/db/enums";
import { Breath } from "../core/breath";
import { brokenRule } from "../core/errors";
import { isStorable } from "../core/storable";
import { COLUMNS } from "../ocds/columns";
import { rowsOfOcds } from "../ocds/rows";
import { csvRows } from "./formats/csv";
import { xlsxRows } from "./formats/xlsx";
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from "./input";

/** A kind of file: how its first bytes look, and its rows of texts, the names of the columns first. */
type Format = {
  name: ImportFormat;
  recognises: (head: Buffer) => boolean;
  rows: (path: string) => AsyncIterable<string[]>;
};

/** In the order in which they are tried; CSV takes what is left. A further format is a further line. */
const FORMATS: Format[] = [
  { name: "xlsx", recognises: (head) => head.subarray(0, 2).toString("latin1") === "PK", rows: xlsxRows },
  { name: "ocds", recognises: (head) => /^[\s\ufeff]*[[{]/.test(head.toString()), rows: ocdsRows },
  { name: "csv", recognises: (head) => isUtf16(head) || !head.includes(0), rows: csvRows },
];

const HEAD = 4_096;

/** The format of a file, told by what is in it; its name may lie. @throws DomainError "rule" `imports.unknownFormat` */
export async function formatOf(path: string): Promise<Format> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    if (bytesRead === 0) throw brokenRule("imports.emptyFile");
    const format = FORMATS.find(({ recognises }) => recognises(buffer.subarray(0, bytesRead)));
    if (!format) throw brokenRule("imports.unknownFormat");
    return format;
  } finally {
    await file.close();
  }
}

const isUtf16 = ([first, second]: Buffer) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

async function* ocdsRows(path: string): AsyncGenerator<string[]> {
  yield [...COLUMNS];
  const breath = new Breath();
  for (const row of rowsOfOcds(await readFile(path))) {
    if (breath.isDue()) await breath.take();
    if (row) yield COLUMNS.map((column) => row[column]);
  }
}

export type Table = { columns: string[]; rows: AsyncIterable<string[]> };

/**
 * The names of the columns, and the rows with a cell for each.
 * @throws DomainError "rule" for a file without a head or rows, or with more of either than is taken
 */
export async function tableOf(format: Format, path: string): Promise<Table> {
  const rows = format.rows(path)[Symbol.asyncIterator]();
  const head = await rows.next();
  const columns = head.done ? [] : namesIn(head.value);
  if (columns.length === 0) throw brokenRule("imports.emptyFile");
  if (columns.length > MOST_COLUMNS) throw brokenRule("imports.tooManyColumns", { most: MOST_COLUMNS });
  return { columns, rows: checked({ [Symbol.asyncIterator]: () => rows }, columns.length) };
}

/** A column without a name or with that of another gets one of its own. */
function namesIn(head: string[]): string[] {
  const names: string[] = [];
  const filled = head.findLastIndex((cell) => cell.trim() !== "") + 1;
  for (const [index, cell] of head.slice(0, filled).entries()) {
    const name = storable(cell).trim() || `#${index + 1}`;
    names.push(names.includes(name) ? `${name} (${index + 1})` : name);
  }
  return names;
}

async function* checked(rows: AsyncIterable<string[]>, width: number): AsyncGenerator<string[]> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > MOST_ROWS) throw brokenRule("imports.tooManyRows", { most: MOST_ROWS });
    yield Array.from({ length: width }, (_, index) => storable(row[index] ?? ""));
  }
  if (count === 0) throw brokenRule("imports.emptyFile");
}

function storable(cell: string): string {
  if (!isStorable(cell)) throw brokenRule("imports.unknownFormat");
  if (cell.length > LONGEST_CELL) throw brokenRule("imports.tooLongCell", { most: LONGEST_CELL });
  return cell;
}
