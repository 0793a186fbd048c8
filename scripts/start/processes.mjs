import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A process by number and moment of birth, so that a number given out again is not taken for the same process.
 * @typedef {{ pid: number, born: string }} Identity
 */

/** @param {number} pid @returns {Identity} */
export function identify(pid) {
  return { pid, born: bornAt(pid) ?? "" };
}

/** @param {Identity} identity @returns {boolean} */
export function isAlive(identity) {
  const born = bornAt(identity.pid);
  return born !== undefined && born === identity.born;
}

/** @param {number} pid @returns {boolean} */
export function exists(pid) {
  return bornAt(pid) !== undefined;
}

/**
 * npm as far as this process can see it: its parent, or the parent of the shell in between.
 * @returns {Identity[]} empty when npm did not start this process
 */
export function npmAbove() {
  if (!process.env.npm_lifecycle_event) return [];
  const parent = lineage(process.ppid);
  const shell = /(^|\/)(sh|bash|dash|zsh|ash|busybox)$/.test(parent.name);
  return [process.ppid, ...(shell ? [parent.parent] : [])].map(identify);
}

/** @param {number} pid */
function lineage(pid) {
  if (process.platform === "linux") {
    const stat = statOf(pid);
    return { parent: Number(stat?.fields[1] ?? 0), name: stat?.name ?? "" };
  }
  const answer = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [, parent = "0", name = ""] = answer.stdout?.match(/^\s*(\d+)\s+(.*?)\s*$/) ?? [];
  return { parent: Number(parent), name };
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits until a process is gone.
 * @param {number} pid
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it went in time
 */
export async function gone(pid, milliseconds) {
  const limit = Date.now() + milliseconds;
  while (exists(pid)) {
    if (Date.now() > limit) return false;
    await pause(25);
  }
  return true;
}

/** Resolves when the process has ended, however long that takes. @param {number} pid */
export async function end(pid) {
  while (exists(pid)) await pause(1_000);
}

/** @param {number} pid @returns {string | undefined} undefined when there is no such process */
function bornAt(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") return bornAtOnLinux(pid);
  const answer = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const line = answer.stdout?.trim();
  if (!line || line.startsWith("Z")) return undefined;
  return line.replace(/^\S+\s+/, "");
}

/** @param {number} pid */
function bornAtOnLinux(pid) {
  const stat = statOf(pid);
  const state = stat?.fields[0];
  return state === "Z" || state === "X" ? undefined : stat?.fields[19];
}

/** Linux tells name and numbers of a process; a minimal system has no ps. @param {number} pid */
function statOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = line.lastIndexOf(")");
    return { name: line.slice(line.indexOf("(") + 1, end), fields: line.slice(end + 2).split(" ") };
  } catch {
    return undefined;
  }
}
