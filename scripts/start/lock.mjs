import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { identify, isAlive, pause } from "./processes.mjs";

/**
 * Runs the work while no other process holds the same lock. The lock of a process that died is taken over.
 * @template T
 * @param {string} path of the lock file; its directory exists
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  await take(path, onWait);
  try {
    return await work();
  } finally {
    unlinkIfThere(path);
  }
}

/** @param {string} path @param {((pid: number) => void) | undefined} onWait */
async function take(path, onWait) {
  let told = false;
  while (!create(path)) {
    const holder = read(path);
    if (holder && !isAlive(holder)) {
      takeOver(path);
      continue;
    }
    if (holder && !told) {
      onWait?.(holder.pid);
      told = true;
    }
    await pause(50);
  }
}

/** A link appears with its content or not at all, so that nobody reads half a lock. @param {string} path */
function create(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(identify(process.pid)));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkIfThere(draft);
  }
}

/** Two processes may find the same dead holder: only one of them at a time may look again and remove. @param {string} path */
function takeOver(path) {
  const guard = `${path}.takeover`;
  try {
    writeFileSync(guard, "", { flag: "wx" });
  } catch {
    if (ageOf(guard) > 10_000) unlinkIfThere(guard);
    return;
  }
  try {
    const holder = read(path);
    if (holder && !isAlive(holder)) unlinkIfThere(path);
  } finally {
    unlinkIfThere(guard);
  }
}

/** @param {string} path @returns {import("./processes.mjs").Identity | undefined} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return undefined;
    if (error instanceof SyntaxError) return { pid: 0, born: "" };
    throw error;
  }
}

/** @param {string} path */
function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {string} path */
function unlinkIfThere(path) {
  try {
    unlinkSync(path);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  }
}
