import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { step } from "./progress.mjs";
import { projectDirectory as project } from "./settings.mjs";
import { inWords, Trouble } from "./trouble.mjs";
import { register, users } from "./users.mjs";

const SERVING = join(project, ".data/serving");

/**
 * Installs the packages unless they are there. Of two starts at once one does it.
 * @param {AbortSignal} signal
 */
export async function installIfNeeded(signal) {
  if (isInstalled(project)) return;
  await withProjectLock(async () => {
    if (isInstalled(project)) return;
    await step("Installing the packages that Bundel needs (about a minute)", () => install(project, signal));
    signal.throwIfAborted();
  });
}

/**
 * Builds unless the build is of the present sources. A build that another process serves is left alone.
 * @param {AbortSignal} signal
 * @param {{ toServe?: boolean }} [purpose] `toServe` keeps others from replacing the build until the returned function is called
 * @returns {Promise<() => void>}
 */
export async function buildIfNeeded(signal, { toServe = false } = {}) {
  const keep = () => (toServe ? registerIfPossible(SERVING) : () => {});
  if (isBuilt(project)) return keep();
  return withProjectLock(async () => {
    if (isBuilt(project)) return keep();
    const others = users(SERVING);
    if (others.length > 0) {
      throw new Trouble(
        `The sources have changed, and process ${others.join(", ")} still serves the last build. Stop it first, then start again.`,
      );
    }
    await step("Building the application (one to two minutes)", () => build(project, signal));
    signal.throwIfAborted();
    return keep();
  });
}

/** A project that is installed and built may be read-only. @param {string} directory @returns {() => void} */
function registerIfPossible(directory) {
  try {
    return register(directory, process.pid);
  } catch {
    return () => {};
  }
}

/** Packages and build belong to the project, whatever the data directory. @template T @param {() => Promise<T>} work */
async function withProjectLock(work) {
  const directory = join(project, ".data");
  try {
    mkdirSync(directory, { recursive: true });
    return await withLock(join(directory, "project.lock"), work, (pid) =>
      console.log(`… Waiting for process ${pid}, which installs or builds`),
    );
  } catch (error) {
    throw inWords(error, project);
  }
}
