import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { signalGroup } from "./child.mjs";
import { gone, pause } from "./processes.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * Starts the web server and waits until it answers.
 * @param {{ project: string, mode: "production" | "development", host: string, port: number, env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<{ ended: Promise<number>, stop: () => Promise<void> }>}
 * @throws {Trouble} when it ends before it answers
 */
export async function serve({ project, mode, host, port, env, signal }) {
  const follow = pathToFileURL(join(project, "scripts/start/follow-parent.mjs")).href;
  const command = mode === "production" ? "start" : "dev";
  const child = spawn(
    process.execPath,
    [
      "--import",
      follow,
      "node_modules/next/dist/bin/next",
      command,
      "--port",
      String(port),
      "--hostname",
      host,
    ],
    { cwd: project, env, detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] },
  );
  let early = "";
  let answers = false;
  const note = (/** @type {Buffer} */ text) => {
    if (answers && mode === "production") process.stdout.write(text);
    else early += text;
  };
  child.stdout?.on("data", note);
  child.stderr?.on("data", note);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const stop = () => stopServing(child.pid, ended);
  const outcome = await Promise.race([answer(host, port, signal), ended]);
  answers = true;
  if (signal.aborted || outcome === true) return { ended, stop };
  throw refusal(early, host, port);
}

/** @param {string} host @param {number} port @param {AbortSignal} signal @returns {Promise<true>} */
async function answer(host, port, signal) {
  const near = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);
  while (!signal.aborted) {
    try {
      const response = await fetch(`http://${near}:${port}/api/health`, { signal });
      await response.arrayBuffer();
      return true;
    } catch {
      await pause(50);
    }
  }
  return true;
}

/** @param {number | undefined} pid @param {Promise<number>} ended */
async function stopServing(pid, ended) {
  if (!pid) return;
  signalGroup(pid, "SIGTERM");
  const patience = pause(4000).then(() => "late");
  if ((await Promise.race([ended, patience])) === "late") signalGroup(pid, "SIGKILL");
  await ended;
  if (!(await gone(pid, 2000))) signalGroup(pid, "SIGKILL");
}

/** @param {string} said @param {string} host @param {number} port */
function refusal(said, host, port) {
  if (/EADDRINUSE/.test(said)) return portInUse(port);
  const lines = said.trimEnd().split("\n").slice(-20).join("\n");
  return new Trouble(`${lines}\n\nThe web server on ${host}:${port} did not start, for the reason above.`);
}

/** @param {number} port */
export function portInUse(port) {
  return new Trouble(
    `Port ${port} is in use. Stop what listens there, or choose another port, for example: PORT=${port + 1} npm start`,
  );
}
