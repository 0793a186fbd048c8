import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Link } from "./verify";

const FILE = "log-checkpoints.jsonl";

const checkpoint = z.object({
  log: z.string(),
  at: z.iso.datetime(),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * How far earlier verifications of this log came. The file only grows.
 * @throws {Error} naming the line that is no checkpoint
 */
export function readCheckpoints(folder: string, log: string): Link[] {
  const file = join(folder, FILE);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (line === "") return [];
    const parsed = checkpoint.safeParse(asJson(line));
    if (!parsed.success) throw new Error(`${file}: line ${index + 1} is no checkpoint.`);
    return parsed.data.log === log ? [parsed.data] : [];
  });
}

export function writeCheckpoint(folder: string, log: string, { seq, hash }: Link): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  appendFileSync(file, `${JSON.stringify({ log, at: new Date().toISOString(), seq, hash })}\n`);
  return file;
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
