import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { freePort } from "../start/ports.mjs";
import { exists, gone, pause } from "../start/processes.mjs";
import { Trouble } from "../start/trouble.mjs";
import { plainEnvironment } from "./cluster.mjs";

const ATTEMPTS = 40;

/** @typedef {{ pid: number, port: number }} Server */

/**
 * The server that runs on this cluster, also when whoever started it was killed.
 * @param {string} cluster
 * @returns {Server | undefined}
 */
export function runningServer(cluster) {
  const note = readNote(cluster);
  if (!note || !exists(note.pid) || !serves(note, cluster)) return undefined;
  return { pid: note.pid, port: note.port };
}

/**
 * Starts the server, or takes the one that runs, and waits until it accepts connections.
 * @param {{ cluster: string, binaries: string, account: import("./account.mjs").Account, settings: Record<string, string>, log: string }} options
 * @returns {Promise<Server>}
 * @throws {Trouble} when it does not come up
 */
export async function startServer(options) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const running = await settled(options.cluster);
    if (running) return running;
    disownNote(options.cluster);
    const server = await launch(options);
    if (server) return server;
    const fault = lastFault(options.log);
    if (!/shared memory block|Address already in use|could not bind/i.test(fault)) break;
    // Processes of a killed server are still ending, or somebody else was quicker to take the port.
    await pause(250);
  }
  throw new Trouble(`PostgreSQL does not start. ${reasonIn(options.log)}`);
}

/**
 * Stops the server: connections are ended, what was committed is kept.
 * @param {number} pid
 */
export async function stopServer(pid) {
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
  ])) {
    if (!exists(pid)) return;
    process.kill(pid, signal);
    if (await gone(pid, patience)) return;
  }
  throw new Trouble(`PostgreSQL (process ${pid}) does not stop.`);
}

/** @param {Parameters<typeof startServer>[0]} options @returns {Promise<Server | undefined>} */
async function launch({ cluster, binaries, account, settings, log }) {
  const port = await freePort(formerPort(cluster));
  const output = openSync(log, "a", 0o600);
  const flags = {
    ...settings,
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
  };
  const child = spawn(
    join(binaries, "bin", "postgres"),
    ["-D", cluster, ...Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...account, cwd: "/", env: plainEnvironment(), detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  const ended = new Promise((resolve) => child.once("exit", resolve).once("error", resolve));
  child.unref();
  const server = await Promise.race([settled(cluster, child.pid), ended.then(() => undefined)]);
  if (server) writeFileSync(join(cluster, "bundel.port"), String(server.port));
  return server;
}

/**
 * Waits while a server is coming up or going down.
 * @param {string} cluster
 * @param {number} [pid] of a process that has yet to write its note
 * @returns {Promise<Server | undefined>}
 */
async function settled(cluster, pid) {
  const limit = Date.now() + 60_000;
  while (Date.now() < limit) {
    const server = runningServer(cluster);
    if (!server && (pid === undefined || !exists(pid))) return undefined;
    if (server && readNote(cluster)?.status === "ready") return server;
    await pause(20);
  }
  return undefined;
}

/**
 * postmaster.pid: process, directory, start, port, socket directory, address, shared memory, status.
 * @param {string} cluster
 */
function readNote(cluster) {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return {
      pid: Math.abs(Number(lines[0])),
      directory: lines[1] ?? "",
      port: Number(lines[3]),
      status: lines[7]?.trim() ?? "",
    };
  } catch {
    return undefined;
  }
}

/** A number can be given out again, and a cluster can be a copy: only a process that works in this directory counts. @param {NonNullable<ReturnType<typeof readNote>>} note @param {string} cluster */
function serves(note, cluster) {
  try {
    const workplace = statSync(`/proc/${note.pid}/cwd`);
    const here = statSync(cluster);
    return workplace.ino === here.ino && workplace.dev === here.dev;
  } catch {
    return existsSync(note.directory) && realpathSync(note.directory) === realpathSync(cluster);
  }
}

/**
 * The note of a server that is gone can name a number that lives: one given out again, a process that ended and that
 * nobody has buried, or, in a copied cluster, the original's server. PostgreSQL would refuse to start. It takes a note
 * with its parent's number for an old one, and still looks whether processes of the old server use its memory, which
 * it could not if the note were removed.
 * @param {string} cluster
 */
function disownNote(cluster) {
  const note = readNote(cluster);
  if (!note || (exists(note.pid) && serves(note, cluster))) return;
  const path = join(cluster, "postmaster.pid");
  const [, ...rest] = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [process.pid, ...rest].join("\n"));
}

/** @param {string} cluster */
function formerPort(cluster) {
  try {
    return Number(readFileSync(join(cluster, "bundel.port"), "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {string} log */
function reasonIn(log) {
  const fault = lastFault(log);
  if (/no space left/i.test(fault)) return "There is no space left on the disk.";
  return `${fault ? `It says: ${fault}` : "It gives no reason"} (more in ${log}).`;
}

/** @param {string} log @returns {string} what it said last before it gave up */
function lastFault(log) {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-20);
  const fault = lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? "";
  return fault.replace(/^.*?(FATAL|PANIC|LOG): +/, "");
}
