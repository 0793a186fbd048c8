import { existsSync, rmSync, statSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { prepareDirectory } from "../start/directory.mjs";
import { requireSpace } from "../start/disk.mjs";
import { withLock } from "../start/lock.mjs";
import { inWords } from "../start/trouble.mjs";
import { register, strikeOut, users } from "../start/users.mjs";
import { binariesFor } from "./binaries.mjs";
import { makeCluster, passwordOf } from "./cluster.mjs";
import { placeOf } from "./place.mjs";
import { runningServer, startServer, stopServer } from "./server.mjs";

const DURABLE = {
  max_connections: "100",
  shared_buffers: "128MB",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
};
const FORGETFUL = {
  max_connections: "300",
  shared_buffers: "128MB",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};
const FIRST_MB = 200;
const START_MB = 40;
const LOG_LIMIT = 10_000_000;

/**
 * Uses the embedded PostgreSQL of a data directory: makes it, starts it or takes the one that runs.
 * Several processes may use it at once; the last that leaves stops it.
 * @param {{ dataDirectory: string, projectDirectory: string, durable?: boolean }} options `durable: false` is for tests only
 * @returns {Promise<{ url: string, port: number, pid: number, leave: () => Promise<void> }>} url of the role that owns the database `bundel`
 * @throws {Trouble}
 */
export async function enterDatabase({ dataDirectory, projectDirectory, durable = true }) {
  prepareDirectory(dataDirectory);
  try {
    return await withLock(lockOf(dataDirectory), async () => {
      const { cluster, account } = placeOf(dataDirectory);
      const binaries = binariesFor(projectDirectory, account);
      requireSpace(dataDirectory, existsSync(cluster) ? START_MB : FIRST_MB, "The database");
      requireSpace(cluster, existsSync(cluster) ? START_MB : FIRST_MB, "The database");
      makeCluster({ cluster, binaries, account, durable });
      const log = join(dataDirectory, "postgres.log");
      shorten(log);
      const server = await startServer({
        cluster,
        binaries,
        account,
        log,
        settings: durable ? DURABLE : FORGETFUL,
      });
      const strike = register(usersOf(dataDirectory), process.pid);
      const url = `postgresql://bundel:${passwordOf(cluster)}@127.0.0.1:${server.port}/bundel`;
      return { url, ...server, leave: () => leave(dataDirectory, strike) };
    });
  } catch (error) {
    throw inWords(error, dataDirectory);
  }
}

/**
 * Keeps the running server up after this process has left.
 * @param {string} dataDirectory
 * @param {number} pid of the server
 */
export function keepRunning(dataDirectory, pid) {
  register(usersOf(dataDirectory), pid);
}

/**
 * Ends `keepRunning`: stops the server unless other processes use it.
 * @param {string} dataDirectory
 * @returns {Promise<{ stopped: boolean, usedBy: number[] }>}
 */
export async function stopKeeping(dataDirectory) {
  const running = databaseOf(dataDirectory);
  if (!running) return { stopped: false, usedBy: [] };
  await leave(dataDirectory, () => strikeOut(usersOf(dataDirectory), running.pid));
  const usedBy = users(usersOf(dataDirectory));
  return { stopped: usedBy.length === 0, usedBy };
}

/**
 * @param {string} dataDirectory
 * @returns {{ url: string, pid: number, port: number } | undefined} the server that runs, if one does
 */
export function databaseOf(dataDirectory) {
  const { cluster } = placeOf(dataDirectory);
  const server = runningServer(cluster);
  if (!server) return undefined;
  return { ...server, url: `postgresql://bundel:${passwordOf(cluster)}@127.0.0.1:${server.port}/bundel` };
}

/**
 * Removes a data directory and its cluster for good, for tests that want to begin with nothing.
 * @param {string} dataDirectory
 */
export async function removeDatabase(dataDirectory) {
  if (!existsSync(dataDirectory)) return;
  const { cluster } = placeOf(dataDirectory);
  const server = runningServer(cluster);
  if (server) await stopServer(server.pid);
  const isNear = dirname(cluster) === dataDirectory;
  rmSync(isNear ? cluster : dirname(cluster), { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
}

/** @param {string} dataDirectory @param {() => void} strike */
async function leave(dataDirectory, strike) {
  await withLock(lockOf(dataDirectory), async () => {
    strike();
    if (users(usersOf(dataDirectory)).length > 0) return;
    const server = runningServer(placeOf(dataDirectory).cluster);
    if (server) await stopServer(server.pid);
  });
}

/** @param {string} dataDirectory */
function usersOf(dataDirectory) {
  return join(dataDirectory, "users");
}

/** @param {string} dataDirectory */
function lockOf(dataDirectory) {
  return join(dataDirectory, "postgres.lock");
}

/** @param {string} log */
function shorten(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) truncateSync(log);
}
