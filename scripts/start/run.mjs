import { join } from "node:path";
import { prepareDirectory } from "./directory.mjs";
import { interruption } from "./interruption.mjs";
import { withLock } from "./lock.mjs";
import { buildIfNeeded, installIfNeeded } from "./needed.mjs";
import { refusalOf } from "./ports.mjs";
import { end } from "./processes.mjs";
import { step } from "./progress.mjs";
import { secretIn } from "./secret.mjs";
import { portInUse, serve } from "./serve.mjs";
import { projectDirectory as project, settingsFrom } from "./settings.mjs";
import { Trouble, tell } from "./trouble.mjs";

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
    if (!interrupted.aborted) tell(error, "Bundel could not start");
    process.exitCode = interrupted.aborted ? 130 : 1;
  }
  if (interrupted.aborted) console.log("\nStopping.");
  for (const stop of started.reverse())
    await Promise.resolve(stop()).catch((error) => tell(error, "Stopping failed"));
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
  const { url, ended: databaseEnded } = await database(settings, started);
  const env = environmentFor(settings, url, mode);
  signal.throwIfAborted();
  await prepareDatabase(settings, url, env, signal);
  if (mode === "production") started.push(await buildIfNeeded(signal, { toServe: true }));
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
  const first = await Promise.race([aborted, server.ended.then(() => "server"), databaseEnded]);
  if (first === "stop") return 0;
  if (first === "server") throw new Trouble("The web server ended by itself, for the reason above.");
  throw new Trouble(
    `The database ended by itself. What was saved is kept: start again. Why may stand in ${join(settings.dataDirectory, "postgres.log")}.`,
  );
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

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {(() => Promise<void> | void)[]} started
 * @returns {Promise<{ url: string, ended: Promise<unknown> }>} the address of the database; when ours has ended
 */
async function database({ outsideDatabase, dataDirectory }, started) {
  if (outsideDatabase) {
    const { requireDatabase } = await import("../postgres/outside.mjs");
    await step("Reaching the database", () => requireDatabase(outsideDatabase));
    return { url: outsideDatabase, ended: new Promise(() => {}) };
  }
  const { enterDatabase } = await import("../postgres/embedded.mjs");
  const entered = await step("Starting the database", () =>
    enterDatabase({ dataDirectory, projectDirectory: project }),
  );
  started.push(entered.leave);
  return { url: entered.url, ended: end(entered.pid) };
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
