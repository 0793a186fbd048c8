import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { brokenRule } from "../../core/errors";

const DELIMITERS = [";", ",", "\t"];
const HEAD = 65_536;
/** A quote that is never closed would make one record of the rest of the file. */
const LONGEST_RECORD = 500_000;

/**
 * The records of a CSV file, the head first. Encoding and delimiter are found out: UTF-8 or UTF-16 with a mark, else UTF-8
 * when it is that throughout, else Windows-1252, which holds ISO-8859-1; of `;`, `,` and tab the one the head has most of.
 * @throws DomainError "rule" `imports.csvBroken` with the line where a quote stands wrong or is never closed
 */
export async function* csvRows(path: string): AsyncGenerator<string[]> {
  const encoding = await encodingOf(path);
  const parser = Readable.from(decoded(path, encoding)).pipe(
    parse({
      delimiter: await delimiterOf(path, encoding),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
    }),
  );
  try {
    for await (const record of parser) yield (record as string[]).map(unescaped);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw brokenRule("imports.csvBroken", { line: Number(error.lines ?? parser.info.lines) });
  }
}

/** A spreadsheet keeps what begins with = + - @ from being a formula with an apostrophe before it. */
const unescaped = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

async function encodingOf(path: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    let first = true;
    for await (const chunk of createReadStream(path)) {
      const bytes = chunk as Buffer;
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
      if (first && bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
      first = false;
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

async function delimiterOf(path: string, encoding: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const text = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
    const head = /^(?:[^"\n]|"[^"]*")*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, "") ?? "";
    const count = (delimiter: string) => head.split(delimiter).length;
    return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
  } finally {
    await file.close();
  }
}
