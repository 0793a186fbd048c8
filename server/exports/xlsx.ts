import { PassThrough, type Readable } from "node:stream";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { COLUMNS, type Column } from "../ocds/columns";
import { type Cell, cellsOf } from "./cells";
import type { ExportedNeed } from "./queries";
import { CONTENT_TYPES, RELATIONS, STYLE, STYLES, WORKBOOK, WORKBOOK_RELATIONS } from "./xlsx-parts";

/**
 * Needs as a workbook of one sheet: days and amounts are real ones, the head stays in sight and filters. Rows are packed
 * as they come, so that tens of thousands neither fill the memory nor hold up other requests.
 */
export function xlsxOf(needs: AsyncIterable<ExportedNeed[]>): Readable {
  const out = new PassThrough();
  void pack(needs, out).catch((error) => out.destroy(error));
  return out;
}

async function pack(needs: AsyncIterable<ExportedNeed[]>, out: PassThrough): Promise<void> {
  const zip = new Zip((error, data, final) => {
    if (error) out.destroy(error);
    else if (final) out.end(data);
    else out.write(data);
  });
  const parts = { ...CONTENT_TYPES, ...RELATIONS, ...WORKBOOK, ...WORKBOOK_RELATIONS, ...STYLES };
  for (const [name, xml] of Object.entries(parts)) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(strToU8(xml), true);
  }
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 6 });
  zip.add(sheet);
  sheet.push(strToU8(head()));
  let row = 1;
  for await (const some of needs) {
    if (out.destroyed) return;
    sheet.push(strToU8(some.map((need) => rowOf(cellsOf(need), ++row)).join("")));
    if (out.writableNeedDrain) await roomIn(out);
  }
  sheet.push(
    strToU8(`</sheetData><autoFilter ref="A1:${letterOf(COLUMNS.length - 1)}${row}"/></worksheet>`),
    true,
  );
  zip.end();
}

/** Until the reader has taken what was written, or has gone. */
const roomIn = (out: PassThrough) =>
  new Promise<void>((resolve) => {
    const done = () => {
      out.off("drain", done).off("close", done);
      resolve();
    };
    out.on("drain", done).on("close", done);
  });

/** How wide a column is, in characters, where the usual width does not fit. */
const WIDTHS: Partial<Record<Column, number>> = {
  title: 48,
  description: 60,
  buyer: 32,
  questions: 40,
  skills: 30,
};
const USUAL_WIDTH = 16;

const head = (): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${COLUMNS.map(
  (column, at) =>
    `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[column] ?? USUAL_WIDTH}" customWidth="1"/>`,
).join("")}</cols><sheetData>${rowOf(
  COLUMNS.map((text) => ({ text })),
  1,
  STYLE.head,
)}`;

function rowOf(cells: (Cell | null)[], row: number, style: number = STYLE.text): string {
  const written = cells.map((cell, at) => (cell ? cellOf(cell, `${letterOf(at)}${row}`, style) : ""));
  return `<row r="${row}">${written.join("")}</row>`;
}

function cellOf(cell: Cell, place: string, style: number): string {
  if ("cents" in cell) return `<c r="${place}" s="${STYLE.money}"><v>${cell.cents / 100}</v></c>`;
  if ("day" in cell) return `<c r="${place}" s="${STYLE.day}"><v>${serialOf(cell.day)}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlOf(cell.text)}</t></is></c>`;
}

/** Days since 30 December 1899, which is how a spreadsheet counts them. */
const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

const letterOf = (at: number): string => String.fromCharCode(65 + at);

/** Characters that XML cannot hold are left out; a spreadsheet would refuse the whole file. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
/** A spreadsheet cuts off what does not fit a cell; it refuses a file that does not. */
const MOST_IN_CELL = 32_767;

const xmlOf = (text: string): string =>
  text
    .slice(0, MOST_IN_CELL)
    .replace(UNWRITABLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
