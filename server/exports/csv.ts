import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { COLUMNS } from "../ocds/columns";
import { type Cell, cellsOf } from "./cells";
import type { ExportedNeed } from "./queries";

/**
 * Needs as CSV that a Dutch Excel opens by itself: a mark for UTF-8, semicolons, a comma before the cents. A text that
 * would be a formula gets an apostrophe before it.
 */
export function csvOf(needs: AsyncIterable<ExportedNeed[]>): Readable {
  const writer = stringify({
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
    header: true,
    columns: [...COLUMNS],
  });
  const rows = Readable.from(rowsOf(needs));
  rows.on("error", (error) => writer.destroy(error));
  writer.on("close", () => rows.destroy());
  return rows.pipe(writer);
}

async function* rowsOf(needs: AsyncIterable<ExportedNeed[]>) {
  for await (const some of needs) for (const need of some) yield cellsOf(need).map(written);
}

function written(cell: Cell | null): string {
  if (cell === null) return "";
  if ("cents" in cell) return eurosOf(cell.cents);
  return "day" in cell ? cell.day : cell.text;
}

const eurosOf = (cents: number): string =>
  cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace(".", ",");
