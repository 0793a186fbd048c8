import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inWords } from "./trouble.mjs";

/**
 * Makes the data directory and tries to write in it.
 * @param {string} dataDirectory
 * @throws {import("./trouble.mjs").Trouble} when it cannot be written
 */
export function prepareDirectory(dataDirectory) {
  const probe = join(dataDirectory, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(probe, "x");
    rmSync(probe);
  } catch (error) {
    throw inWords(error, dataDirectory);
  }
}
