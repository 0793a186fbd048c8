import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../enums";

export type CpvEntry = { code: string; name: Record<Language, string> };

/** The main vocabulary of CPV 2008 in order of code; each code is its eight digits (README.md beside this file). */
export function readCpv(): CpvEntry[] {
  const file = join(process.cwd(), "db", "cpv", "cpv-2008.tsv");
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [code, nl, en] = line.split("\t") as [string, string, string];
      return { code, name: { nl, en } };
    });
}
