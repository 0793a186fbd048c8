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
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    if (state === "Z" || state === "X") return undefined;
    return fields[19];
  } catch {
    return undefined;
  }
}
