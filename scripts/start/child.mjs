import { spawn } from "node:child_process";
import { gone } from "./processes.mjs";

/**
 * Runs a program to its end and keeps what it says. It runs in a group of its own: Ctrl-C reaches only us, and we
 * end it with everything it started.
 * @param {string} program
 * @param {string[]} options
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal: AbortSignal, onLine?: (line: string) => void }} context
 * @returns {Promise<{ code: number, said: string }>}
 */
export async function runChild(program, options, { cwd, env = process.env, signal, onLine }) {
  const child = spawn(program, options, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => endGroup(child.pid);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      said += text;
      if (onLine) for (const line of text.split("\n")) if (line.trim()) onLine(line.trim());
    });
  }
  try {
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status) => resolve(status ?? 1));
    });
    return { code, said };
  } finally {
    signal.removeEventListener("abort", end);
  }
}

/** @param {number | undefined} pid */
async function endGroup(pid) {
  if (!pid) return;
  signalGroup(pid, "SIGTERM");
  if (!(await gone(pid, 5000))) signalGroup(pid, "SIGKILL");
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}
