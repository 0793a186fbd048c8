import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { prepareDirectory } from "./directory.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { refusalOf } from "./ports.mjs";
import { isAlive, npmAbove } from "./processes.mjs";
import { step } from "./progress.mjs";
import { secretIn } from "./secret.mjs";
import { portInUse, serve } from "./serve.mjs";
import { projectDirectory as project, settingsFrom } from "./settings.mjs";
import { inWords, Trouble } from "./trouble.mjs";
import { register, users } from "./users.mjs";

/**
 * Installs, starts the database, prepares it, builds and serves, each only when it is needed; on Ctrl-C, or when a
 * step fails, stops what was started, last first.
 * @param {"production" | "development"} mode
 */
export async function run(mode) {
  const interrupted = interruption();
  /** @type {(() => Promise<void> | void)[]} */
  const started = [];
  try {
    process.exitCode = await start(mode, interrupted, started);
  } catch (error) {
    if (!interrupted.aborted) tell(error);
    process.exitCode = interrupted.aborted ? 130 : 1;
  }
  if (interrupted.aborted) console.log("\nStopping.");
  for (const stop of started.reverse()) await Promise.resolve(stop()).catch(tell);
  process.exit();
}

/**
 * @param {"production" | "development"} mode
 * @param {AbortSignal} signal
 * @param {(() => Promise<void> | void)[]} started
 * @returns {Promise<number>} the exit code
 */
async function start(mode, signal, started) {
  const settings = settingsFrom(process.env);
  await requirePort(settings);
  prepareDirectory(settings.dataDirectory);
  await installIfNeeded(signal);
  const url = await database(settings, started);
  const env = environmentFor(settings, url, mode);
  signal.throwIfAborted();
  await prepareDatabase(settings, url, env, signal);
  if (mode === "production") await buildIfNeeded(signal, started);
  await requirePort(settings);
  const server = await step("Starting the web server", () =>
    serve({ project, mode, ...settings, env, signal }),
  );
  started.push(server.stop);
  signal.throwIfAborted();
  tellAddress(settings);
  const aborted = new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve("stop"), { once: true }),
  );
  if ((await Promise.race([server.ended, aborted])) === "stop") return 0;
  throw new Trouble("The web server ended by itself, for the reason above.");
}

/** @param {import("./settings.mjs").Settings} settings */
async function requirePort({ port, host }) {
  const refusal = await refusalOf(port, host);
  if (refusal === undefined) return;
  if (refusal === "EADDRINUSE") throw portInUse(port);
  if (refusal === "EACCES")
    throw new Trouble(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`);
  throw new Trouble(`HOST is ${host}, which is no address of this machine (${refusal}).`);
}

/** @param {AbortSignal} signal */
async function installIfNeeded(signal) {
  if (isInstalled(project)) return;
  await withProjectLock(async () => {
    if (isInstalled(project)) return;
    await step("Installing the packages that Bundel needs (about a minute)", () => install(project, signal));
    signal.throwIfAborted();
  });
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {(() => Promise<void> | void)[]} started
 * @returns {Promise<string>} the address of the database
 */
async function database({ outsideDatabase, dataDirectory }, started) {
  if (outsideDatabase) {
    const { requireDatabase } = await import("../postgres/outside.mjs");
    await step("Reaching the database", () => requireDatabase(outsideDatabase));
    return outsideDatabase;
  }
  const { enterDatabase } = await import("../postgres/embedded.mjs");
  const entered = await step("Starting the database", () =>
    enterDatabase({ dataDirectory, projectDirectory: project }),
  );
  started.push(entered.leave);
  return entered.url;
}

/**
 * What the application finds in its environment.
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} url
 * @param {"production" | "development"} mode
 * @returns {NodeJS.ProcessEnv}
 */
function environmentFor({ port, host, demo, region, dataDirectory, address }, url, mode) {
  const ownAddress = demo ? { AUTH_TRUST_HOST: "1" } : { NEXTAUTH_URL: address };
  return {
    ...process.env,
    ...(process.env.NEXTAUTH_URL ? {} : ownAddress),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: host,
    DATABASE_URL: url,
    BUNDEL_DATA: dataDirectory,
    BUNDEL_DEMO: demo ? "1" : "0",
    BUNDEL_REGION: region,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secretIn(dataDirectory),
  };
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} url
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
async function prepareDatabase({ dataDirectory, region, demo }, url, env, signal) {
  const { applyMigrations, loadRegion, preparation } = await import("../postgres/prepare.mjs");
  await withLock(join(dataDirectory, "prepare.lock"), async () => {
    const { isDone, remember } = await preparation({ project, url, dataDirectory, region, demo });
    if (isDone) return;
    await step("Bringing the database up to date", () => applyMigrations({ project, env, signal }));
    signal.throwIfAborted();
    const what = demo ? "Loading the region and its demonstration data" : "Loading the region";
    await step(what, () => loadRegion({ project, env, signal }));
    signal.throwIfAborted();
    await remember();
  });
}

/** A build that others serve is left alone. @param {AbortSignal} signal @param {(() => void)[]} started */
async function buildIfNeeded(signal, started) {
  const serving = join(project, ".data/serving");
  const serveThis = () => started.push(registerIfPossible(serving));
  if (isBuilt(project)) return serveThis();
  await withProjectLock(async () => {
    if (isBuilt(project)) return serveThis();
    const others = users(serving);
    if (others.length > 0) {
      throw new Trouble(
        `The sources have changed, and process ${others.join(", ")} still serves the last build. Stop it first, then start again.`,
      );
    }
    await step("Building the application (one to two minutes)", () => build(project, signal));
    signal.throwIfAborted();
    serveThis();
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

/** @param {import("./settings.mjs").Settings} settings */
function tellAddress({ address, demo, host, dataDirectory, outsideDatabase }) {
  console.log(`\nBundel is ready: ${address}`);
  console.log(
    demo
      ? `Sign in without a password: ${address}/sign-in has a button for every role. The data are made up.`
      : `Sign in by e-mail link or your organisation's account: ${address}/sign-in`,
  );
  if (host === "0.0.0.0" && !process.env.NEXTAUTH_URL) {
    console.log(
      "Others reach it at another address? Say which with NEXTAUTH_URL, or links in mail will not work.",
    );
  }
  if (!outsideDatabase) console.log(`Data: ${dataDirectory}`);
  console.log("Stop with Ctrl-C.\n");
}

/** @returns {AbortSignal} aborted at the first request to stop; later ones change nothing */
function interruption() {
  const controller = new AbortController();
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(name, () => controller.abort(new Trouble("Stopped.")));
  }
  const above = npmAbove();
  // When npm itself is killed, nobody is left to press Ctrl-C.
  setInterval(() => {
    if (!above.every(isAlive)) controller.abort(new Trouble("Stopped."));
  }, 1000).unref();
  return controller.signal;
}

/** @param {unknown} error */
function tell(error) {
  const said = error instanceof Error ? error.message : String(error);
  console.error(error instanceof Trouble ? `\n${said}` : `\nBundel could not start: ${said}`);
  if (process.env.LOG_LEVEL === "debug" && error instanceof Error) console.error(error.stack);
}
