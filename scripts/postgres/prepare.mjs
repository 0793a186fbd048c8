import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "../start/child.mjs";
import { hashOfPreparation } from "../start/sources.mjs";
import { Trouble } from "../start/trouble.mjs";

/** @typedef {{ project: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} Preparation */

/**
 * Applies the migrations that are new.
 * @param {Preparation} preparation
 * @throws {Trouble}
 */
export async function applyMigrations({ project, env, signal }) {
  await runScript("scripts/migrate.ts", "The migrations could not be applied", { project, env, signal });
}

/**
 * Loads the region pack, and in demonstration mode its demonstration data, when the database is empty.
 * @param {Preparation} preparation
 * @throws {Trouble}
 */
export async function loadRegion({ project, env, signal }) {
  await runScript("scripts/seed.ts", "The region's data could not be loaded", { project, env, signal });
}

/**
 * What the last preparation left: it can be skipped when neither the database nor what goes into it has changed.
 * @param {{ project: string, url: string, dataDirectory: string, region: string, demo: boolean }} options
 * @returns {Promise<{ isDone: boolean, remember: () => Promise<void> }>}
 */
export async function preparation({ project, url, dataDirectory, region, demo }) {
  const path = join(dataDirectory, "prepared");
  const keyOf = (/** @type {string} */ state) => hashOfPreparation(project, region, String(demo), state);
  const state = await stateOf(url);
  const isDone = state !== undefined && existsSync(path) && readFileSync(path, "utf8") === keyOf(state);
  const remember = async () => {
    const now = await stateOf(url);
    if (now !== undefined) writeFileSync(path, keyOf(now));
  };
  return { isDone, remember };
}

/**
 * Which database this is and which migrations it has. Undefined when it is not migrated or holds no region.
 * @param {string} url
 * @returns {Promise<string | undefined>}
 */
async function stateOf(url) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [state] = await sql`
      select (select oid from pg_database where datname = current_database()) as database,
             (select max(id) from drizzle.__drizzle_migrations) as migrations,
             exists (select from diagnosis_rounds) as filled`;
    return state?.filled ? JSON.stringify(state) : undefined;
  } catch {
    return undefined;
  } finally {
    await sql.end();
  }
}

/** @param {string} script @param {string} failure @param {Preparation} context */
async function runScript(script, failure, { project, env, signal }) {
  const options = ["--import", "tsx", script];
  const { code, said } = await runChild(process.execPath, options, { cwd: project, env, signal });
  const log = join(env.BUNDEL_DATA ?? project, "prepare.log");
  if (code === 0) rmSync(log, { force: true });
  if (code === 0 || signal.aborted) return;
  const more = keep(log, said) ? ` (more in ${log})` : "";
  throw new Trouble(`${failure}: ${reasonIn(said)}${more}. Nothing was kept of the attempt.`);
}

/** @param {string} log @param {string} said @returns {boolean} false where the disk takes nothing more */
function keep(log, said) {
  try {
    writeFileSync(log, said, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** The innermost cause, as it says itself. @param {string} said */
function reasonIn(said) {
  if (/no space left|ENOSPC|could not extend file/i.test(said)) return "there is no space left on the disk";
  // A reason may take several lines; it ends where the stack begins.
  const told = /(?:^|\[cause\]: )\s*\w*Error: (.+(?:\n(?!\s+at |\s*\w*Error: |\s*$).+){0,5})/gm;
  const reasons = [...said.matchAll(told)].map(([, reason = ""]) => reason.replace(/\s*\n\s*/g, " "));
  return reasons.filter((reason) => reason && !/^Failed query/.test(reason)).at(-1) ?? "no reason given";
}
