import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "../start/needed.mjs";
import { freePort } from "../start/ports.mjs";
import { projectDirectory as project } from "../start/settings.mjs";
import { Trouble } from "../start/trouble.mjs";
import { provideBrowser } from "./browser.mjs";

export const REPORTS = ".test/reports";

/** @typedef {import("./run.mjs").Part} Part */
/** @typedef {import("./run.mjs").Counts} Counts */

/** @type {Part[]} Without database and browser. */
export const CHECK = [
  held("format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."),
  held("types", "node_modules/typescript/bin/tsc", "--noEmit"),
  held("import rules", "node_modules/tsx/dist/cli.mjs", "scripts/check-imports.ts"),
  held("texts in both languages", "node_modules/tsx/dist/cli.mjs", "scripts/check-messages.ts"),
  held("drawings", "node_modules/tsx/dist/cli.mjs", "scripts/draw.ts", "--check"),
  vitest("unit"),
];

/** @type {Part[]} In a real browser, on a production build. */
export const JOURNEYS = [productionBuild(), journeys()];

/** @type {Part[]} */
export const EVERYTHING = [
  ...CHECK,
  vitest("db"),
  vitest("guards"),
  vitest("faults", provideBrowser),
  ...JOURNEYS,
];

/** A command that holds or does not, and counts as one. @param {string} name @param {string[]} command @returns {Part} */
function held(name, ...command) {
  return { name, run: async (signal) => one((await node(command, signal)) === 0) };
}

/** @param {string} kind @param {() => void} [prepare] @returns {Part} */
function vitest(kind, prepare = () => {}) {
  const report = `${REPORTS}/${kind}.json`;
  const command = ["node_modules/vitest/vitest.mjs", "run", "--project", kind];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: `${kind} tests`,
    run: async (signal) => {
      prepare();
      const code = await node([...command, ...reporters], signal);
      const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = read(report);
      return counted(code, numPassedTests, numFailedTests, numPendingTests + numTodoTests);
    },
  };
}

/** @returns {Part} */
function productionBuild() {
  return {
    name: "production build",
    run: async (signal) => {
      await buildIfNeeded(signal);
      return one(!signal.aborted);
    },
  };
}

/** @returns {Part} */
function journeys() {
  const report = `${REPORTS}/journeys.json`;
  return {
    name: "journeys in a browser",
    run: async (signal) => {
      provideBrowser();
      const env = { BUNDEL_E2E_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
      const code = await node(
        ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
        signal,
        env,
      );
      const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(report).stats ?? {};
      return counted(code, expected, unexpected + flaky, skipped);
    },
  };
}

/**
 * Runs a program of the project in sight of the reader. Ctrl-C on a terminal reaches it by itself.
 * @param {string[]} command
 * @param {AbortSignal} signal
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
function node(command, signal, env) {
  const child = spawn(process.execPath, command, {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  const end = () => child.kill("SIGTERM");
  signal.addEventListener("abort", end, { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      signal.removeEventListener("abort", end);
      resolve(code ?? 1);
    });
  });
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(join(project, report), "utf8"));
  } catch {
    throw new Trouble("It ended before it could count.");
  }
}

/** @param {boolean} ok @returns {Counts} */
function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** A runner can fail outside its tests, and no test at all is no proof. @param {number} code @param {number} passed @param {number} failed @param {number} skipped @returns {Counts} */
function counted(code, passed, failed, skipped) {
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}
