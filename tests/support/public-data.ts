import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../../shared/data");

/** A file of public data that lies beside the project and is no part of it; without it there is nothing to test, and that is said. */
export function publicData(name: string): Buffer | null {
  const path = resolve(folder, name);
  if (existsSync(path)) return readFileSync(path);
  console.info(`Not tested, as it is not in ../shared/data: ${name}`);
  return null;
}
