import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { Trouble } from "./trouble.mjs";

/**
 * Refuses a step that the disk has no room for, before it leaves half a result.
 * @param {string} directory that will be written; it need not exist yet
 * @param {number} megabytes the step needs
 * @param {string} what the space is for, as in "the database"
 * @throws {Trouble}
 */
export function requireSpace(directory, megabytes, what) {
  let place = directory;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= megabytes) return;
  throw new Trouble(
    `${what} needs ${megabytes} MB on the disk that holds ${directory}, and ${free} MB is free.`,
  );
}
