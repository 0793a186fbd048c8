import { readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";

export type Problem = { file: string; path: string; message: string };

type Read<Files extends Record<string, z.ZodType>> = { [File in keyof Files]: z.output<Files[File]> };

/** Reads the named JSON files of a directory and validates each; throws one error with every problem in all of them. */
export function readFiles<Files extends Record<string, z.ZodType>>(
  directory: string,
  files: Files,
): Read<Files> {
  const problems: Problem[] = [];
  const contents: Record<string, unknown> = {};
  for (const [file, schema] of Object.entries(files)) {
    const json = readJson(directory, file, problems);
    if (json === undefined) continue;
    const result = schema.safeParse(json);
    if (result.success) contents[file] = result.data;
    else
      problems.push(
        ...result.error.issues.map((issue) => ({ file, path: issue.path.join("."), message: issue.message })),
      );
  }
  refuse(directory, problems);
  return contents as Read<Files>;
}

/** Throws when there are problems, naming file and path of each. */
export function refuse(directory: string, problems: Problem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(
    (problem) => `  ${problem.file}: ${problem.path || "(whole file)"}: ${problem.message}`,
  );
  throw new Error(`${directory} does not hold:\n${lines.join("\n")}`);
}

function readJson(directory: string, file: string, problems: Problem[]): unknown {
  try {
    return JSON.parse(readFileSync(path.join(directory, file), "utf8"));
  } catch (error) {
    problems.push({ file, path: "", message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}
