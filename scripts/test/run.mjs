import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { interruption } from "../start/interruption.mjs";
import { installIfNeeded } from "../start/needed.mjs";
import { projectDirectory as project } from "../start/settings.mjs";
import { tell } from "../start/trouble.mjs";
import { CHECK, EVERYTHING, JOURNEYS, REPORTS } from "./parts.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, run: (signal: AbortSignal) => Promise<Counts> }} Part */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const EXTENTS = { check: CHECK, journeys: JOURNEYS, everything: EVERYTHING };

/**
 * Runs everything that must hold, or the part of it that needs neither database nor browser. A part that fails does
 * not keep the others from running. The last line counts; the exit code is 0 only when all passed and none was skipped.
 * @param {keyof typeof EXTENTS} extent
 */
export async function run(extent) {
  const signal = interruption();
  try {
    await installIfNeeded(signal);
    rmSync(join(project, REPORTS), { recursive: true, force: true });
    mkdirSync(join(project, REPORTS), { recursive: true });
    const results = [];
    for (const part of EXTENTS[extent]) {
      if (!signal.aborted) results.push(await timed(part, signal));
    }
    process.exitCode = signal.aborted ? 130 : conclude(results);
  } catch (error) {
    tell(error, "The tests could not run");
    process.exitCode = 1;
  }
  process.exit();
}

/** @param {Part} part @param {AbortSignal} signal */
async function timed({ name, run }, signal) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const counts = await run(signal).catch((error) => {
    tell(error, "This part could not run");
    return { ...NOTHING, failed: 1 };
  });
  return { name, seconds: (Date.now() - start) / 1000, ...counts };
}

/** @param {({ name: string, seconds: number } & Counts)[]} results @returns {number} the exit code */
function conclude(results) {
  console.log("\n   seconds   passed   failed  skipped");
  for (const { name, seconds, passed, failed, skipped } of results) {
    const numbers = [seconds.toFixed(1), passed, failed, skipped].map((number, at) =>
      String(number).padStart(at ? 9 : 10),
    );
    console.log(`${numbers.join("")}   ${failed || skipped ? "✗" : "✓"} ${name}`);
  }
  const total = (/** @type {keyof Counts} */ count) =>
    results.reduce((sum, result) => sum + result[count], 0);
  if (total("skipped") > 0)
    console.log(`\n${total("skipped")} skipped: a test that does not run proves nothing.`);
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") + total("skipped") === 0 ? 0 : 1;
}
