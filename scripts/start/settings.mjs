import { resolve } from "node:path";
import { Trouble } from "./trouble.mjs";

export const projectDirectory = resolve(import.meta.dirname, "../..");

/**
 * What the operator wants, as far as starting is concerned. The application reads the rest itself (env.ts).
 * @param {NodeJS.ProcessEnv} environment
 * @throws {Trouble}
 */
export function settingsFrom(environment) {
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(`PORT is ${environment.PORT}, and must be a number from 1 to 65535.`);
  }
  if (!["", "0", "1"].includes(environment.BUNDEL_DEMO ?? "")) {
    throw new Trouble(`BUNDEL_DEMO is ${environment.BUNDEL_DEMO}, and must be 0 or 1.`);
  }
  const outsideDatabase = environment.DATABASE_URL || undefined;
  const demo = environment.BUNDEL_DEMO === "1" || (environment.BUNDEL_DEMO !== "0" && !outsideDatabase);
  const host = environment.HOST || (demo ? "127.0.0.1" : "0.0.0.0");
  const open = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(host);
  return {
    port,
    host,
    demo,
    outsideDatabase,
    region: environment.BUNDEL_REGION || "den-haag",
    dataDirectory: resolve(projectDirectory, environment.BUNDEL_DATA || ".data"),
    address: `http://${open ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`,
  };
}

/** @typedef {ReturnType<typeof settingsFrom>} Settings */
