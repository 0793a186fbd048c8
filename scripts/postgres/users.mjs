import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identify, isAlive } from "../start/processes.mjs";

/**
 * Writes down that a process uses the server of this data directory.
 * @param {string} dataDirectory
 * @param {number} pid
 * @returns {() => void} strikes it out again
 */
export function register(dataDirectory, pid) {
  const directory = usersOf(dataDirectory);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${pid}-${process.hrtime.bigint()}.json`);
  writeFileSync(path, JSON.stringify(identify(pid)));
  return () => rmSync(path, { force: true });
}

/**
 * @param {string} dataDirectory
 * @returns {number[]} the processes that use the server; those that died without saying so are struck out
 */
export function users(dataDirectory) {
  const directory = usersOf(dataDirectory);
  return names(directory).flatMap((name) => {
    const path = join(directory, name);
    const identity = read(path);
    if (identity && isAlive(identity)) return [identity.pid];
    rmSync(path, { force: true });
    return [];
  });
}

/** @param {string} dataDirectory @param {number} pid */
export function strikeOut(dataDirectory, pid) {
  const directory = usersOf(dataDirectory);
  for (const name of names(directory)) {
    if (name.startsWith(`${pid}-`)) rmSync(join(directory, name), { force: true });
  }
}

/** @param {string} dataDirectory */
function usersOf(dataDirectory) {
  return join(dataDirectory, "users");
}

/** @param {string} directory */
function names(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** @param {string} path @returns {import("../start/processes.mjs").Identity | undefined} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
