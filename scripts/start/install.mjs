import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.mjs";
import { requireSpace } from "./disk.mjs";
import { inWords, Trouble } from "./trouble.mjs";

const NEEDED_MB = 900;

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list as its last act, so that an
 * installation that was broken off has none.
 * @param {string} project
 */
export function isInstalled(project) {
  const wanted = packagesIn(join(project, "package-lock.json"));
  const present = packagesIn(join(project, "node_modules/.package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const found = present[path];
    return found ? found.version === version && found.integrity === integrity : optional === true;
  });
}

/**
 * @param {string} project
 * @param {AbortSignal} signal
 * @throws {Trouble} with npm's reason
 */
export async function install(project, signal) {
  requireSpace(project, NEEDED_MB, "Installing the packages");
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const options = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  try {
    const { code, said } = await runChild(program, [...first, ...options], { cwd: project, signal });
    if (code !== 0 && !signal.aborted)
      throw new Trouble(`The packages could not be installed: ${reasonIn(said)}`);
  } catch (error) {
    throw inWords(error, project);
  }
}

/** @param {string} path @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined} */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} said */
function reasonIn(said) {
  if (/ENOSPC/.test(said)) return "there is no space left on the disk.";
  if (/EACCES|EROFS|EPERM/.test(said)) return "the project's directory cannot be written by this user.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(said))
    return "the package registry cannot be reached.";
  const lines = said.split("\n").filter((line) => /^npm (error|ERR!)/.test(line));
  const reasons = lines
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, ""))
    .filter((line) => !/^code /.test(line));
  return `${reasons.find(Boolean) ?? "npm gives no reason"} (npm ci tells more).`;
}
