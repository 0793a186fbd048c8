import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identify, isAlive } from "./processes.mjs";

/**
 * Writes down that a process uses what this directory stands for.
 * @param {string} directory of one file per user
 * @param {number} pid
 * @returns {() => void} strikes it out again
 */
export function register(directory, pid) {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${pid}-${process.hrtime.bigint()}.json`);
  writeFileSync(path, JSON.stringify(identify(pid)));
  return () => rmSync(path, { force: true });
}

/**
 * @param {string} directory
 * @returns {number[]} the processes that use it; those that died without saying so are struck out
 */
export function users(directory) {
  return names(directory).flatMap((name) => {
    const path = join(directory, name);
    const identity = read(path);
    if (identity && isAlive(identity)) return [identity.pid];
    rmSync(path, { force: true });
    return [];
  });
}

/** @param {string} directory @param {number} pid */
export function strikeOut(directory, pid) {
  for (const name of names(directory)) {
    if (name.startsWith(`${pid}-`)) rmSync(join(directory, name), { force: true });
  }
}

/** @param {string} directory */
function names(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** @param {string} path @returns {import("./processes.mjs").Identity | undefined} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
