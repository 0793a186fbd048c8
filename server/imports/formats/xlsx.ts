import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import yauzl from "yauzl";
import { brokenRule, DomainError } from "../../core/errors";

/** What a workbook may be when unpacked: far above any list of needs, far below what harms. */
const LARGEST_UNPACKED = 300_000_000;
const MOST_SHARED = 60_000_000;
/** In all cells together: a text that cells share stands once in the file, and in each of them when its rows are kept. */
const MOST_SHOWN = 100_000_000;
const MOST_ENTRIES = 2_000;

/**
 * The rows of the first sheet of a workbook, the head first; read as a stream, as a sheet is larger than memory should
 * hold. Days come as 2027-04-01, whatever the sheet shows; a formula as its last result.
 * @throws DomainError "rule" `imports.notWorkbook`, or `imports.tooLargeUnpacked` before anything is unpacked
 */
export async function* xlsxRows(path: string): AsyncGenerator<string[]> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => {
    throw brokenRule("imports.notWorkbook");
  });
  try {
    const entries = await entriesOf(zip);
    const stream = async (name: string) => {
      const entry = entries.get(name);
      return entry ? await zip.openReadStreamPromise(entry) : null;
    };
    const book = await workbookOf(stream);
    const shared = await sharedOf(await stream("xl/sharedStrings.xml"));
    const isDay = await dayStylesOf(await stream("xl/styles.xml"));
    const sheet = await stream(book.sheet);
    if (!sheet) throw brokenRule("imports.notWorkbook");
    yield* rowsOf(sheet, { shared, isDay, from1904: book.from1904 });
  } catch (error) {
    throw error instanceof DomainError ? error : brokenRule("imports.notWorkbook");
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    // What an entry unpacks to beyond what it says here is refused by yauzl while it is read.
    if (unpacked > LARGEST_UNPACKED || entries.size >= MOST_ENTRIES)
      throw brokenRule("imports.tooLargeUnpacked");
    entries.set(entry.fileName, entry);
  }
  return entries;
}

type Handlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Reads XML piece by piece; after each piece what was found meanwhile can be taken. */
async function* parsed(stream: Readable, { open, text, close }: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw brokenRule("imports.notWorkbook");
  });
  parser.on("opentag", (tag: SaxesTagPlain) => open?.(local(tag.name), tag.attributes));
  parser.on("closetag", (tag) => close?.(local(tag.name)));
  if (text) parser.on("text", text);
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    yield;
  }
  parser.close();
}

async function read(stream: Readable | null, handlers: Handlers): Promise<void> {
  if (stream) for await (const _ of parsed(stream, handlers));
}

async function workbookOf(stream: (name: string) => Promise<Readable | null>) {
  let [sheetId, from1904] = ["", false];
  await read(await stream("xl/workbook.xml"), {
    open: (name, it) => {
      if (name === "sheet") sheetId ||= it["r:id"] ?? "";
      if (name === "workbookPr") from1904 = it.date1904 === "1" || it.date1904 === "true";
    },
  });
  let sheet = "xl/worksheets/sheet1.xml";
  await read(await stream("xl/_rels/workbook.xml.rels"), {
    open: (name, { Id, Target = "" }) => {
      if (name === "Relationship" && Id === sheetId)
        sheet = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
    },
  });
  return { sheet, from1904 };
}

async function sharedOf(stream: Readable | null): Promise<string[]> {
  const shared: string[] = [];
  let [current, size, inText, inPhonetic] = ["", 0, false, false];
  await read(stream, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "t") inText = true;
      if (name === "rPh") inPhonetic = true;
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") inPhonetic = false;
      if (name !== "si") return;
      size += current.length;
      if (size > MOST_SHARED) throw brokenRule("imports.tooLargeUnpacked");
      shared.push(current);
    },
  });
  return shared;
}

/** Numbers of the built-in formats that show a day. */
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Which styles of cells show a number as a day. */
async function dayStylesOf(stream: Readable | null): Promise<boolean[]> {
  const dayFormats = new Set(BUILT_IN_DAYS);
  const styles: boolean[] = [];
  let inCells = false;
  await read(stream, {
    open: (name, { numFmtId, formatCode = "" }) => {
      if (name === "cellXfs") inCells = true;
      // Text in quotes and colours in brackets are no part of the format.
      if (name === "numFmt" && /[dy]/i.test(formatCode.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "")))
        dayFormats.add(Number(numFmtId));
      if (name === "xf" && inCells) styles.push(dayFormats.has(Number(numFmtId)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

type Workbook = { shared: string[]; isDay: boolean[]; from1904: boolean };

async function* rowsOf(stream: Readable, book: Workbook): AsyncGenerator<string[]> {
  let rows: string[][] = [];
  let row: string[] = [];
  let cell: { at: number; kind: string; style: number; text: string } | null = null;
  let inValue = false;
  let size = 0;
  const reading = parsed(stream, {
    open: (name, { r = "", t = "n", s = "0" }) => {
      if (name === "row") row = [];
      if (name === "c") cell = { at: r ? columnOf(r) : row.length, kind: t, style: Number(s), text: "" };
      if (name === "v" || name === "t") inValue = true;
    },
    text: (text) => {
      if (cell && inValue) cell.text += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      if (name === "c" && cell) {
        // Excel has 16,384 columns; no file of needs comes near.
        if (cell.at < 1_000) {
          while (row.length < cell.at) row.push("");
          const text = shown(cell, book);
          size += text.length;
          if (size > MOST_SHOWN) throw brokenRule("imports.tooLargeUnpacked");
          row[cell.at] = text;
        }
        cell = null;
      }
      if (name === "row" && row.some((value) => value.trim() !== "")) rows.push(row);
    },
  });
  for await (const _ of reading) {
    yield* rows;
    rows = [];
  }
  yield* rows;
}

function shown({ kind, style, text }: { kind: string; style: number; text: string }, book: Workbook): string {
  if (kind === "s") return book.shared[Number(text)] ?? "";
  if (kind === "b") return text === "1" ? "1" : "0";
  if (kind !== "n" || text === "") return text;
  if (!book.isDay[style]) return plainNumber(text);
  const days = Math.floor(Number(text)) + (book.from1904 ? 1462 : 0);
  // Day 25,569 is 1 January 1970; what lies far off was no day.
  const moment = new Date((days - 25_569) * 86_400_000);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString().slice(0, 10);
}

/** Numbers are kept as they are computed: 1.2E6, 1200000.0000000001. */
function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(Number(value.toFixed(6))) : text;
}

/** "C7" → 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "A")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
