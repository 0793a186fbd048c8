import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { freePort } from "../start/ports.mjs";
import { exists, gone, pause } from "../start/processes.mjs";
import { Trouble } from "../start/trouble.mjs";
import { plainEnvironment } from "./cluster.mjs";

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
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const running = await settled(options.cluster);
    if (running) return running;
    removeForeignNote(options.cluster);
    const server = await launch(options);
    if (server) return server;
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

/** @param {string} cluster */
function removeForeignNote(cluster) {
  const note = readNote(cluster);
  if (note && !serves(note, cluster)) rmSync(join(cluster, "postmaster.pid"), { force: true });
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
  const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-20);
  if (lines.some((line) => /no space left/i.test(line))) return "There is no space left on the disk.";
  const reason = lines.findLast((line) => /FATAL|PANIC|could not/.test(line));
  return `${reason?.replace(/^.*?(FATAL|PANIC): +/, "It says: ") ?? "It gives no reason"} (more in ${log}).`;
}
