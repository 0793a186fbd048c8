import { isAlive, npmAbove } from "./processes.mjs";
import { Trouble } from "./trouble.mjs";

/** @returns {AbortSignal} aborted at the first request to stop; later ones change nothing */
export function interruption() {
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
