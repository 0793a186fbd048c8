import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { build, isBuilt } from "@/scripts/start/build.mjs";
import { freePort } from "@/scripts/start/ports.mjs";

export const root = path.resolve(import.meta.dirname, "../..");
const next = path.join(root, "node_modules/next/dist/bin/next");

export type Application = { url: string; pid: number; stop: () => Promise<void> };

/** Bundel as it is built for production, on this database. */
export async function bundel(databaseUrl: string, secret: string): Promise<Application> {
  if (!isBuilt(root)) await build(root, new AbortController().signal);
  const port = await freePort();
  return serve(root, port, {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    NEXTAUTH_SECRET: secret,
    BUNDEL_DEMO: "0",
    LOG_LEVEL: "warn",
  });
}

/** The same framework with one empty dynamic page. */
export async function emptyApplication(): Promise<Application> {
  const folder = path.join(root, ".test/empty-app");
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(import.meta.dirname, "empty-app"), folder, { recursive: true });
  if (!existsSync(path.join(folder, ".next/BUILD_ID")))
    execFileSync(process.execPath, [next, "build"], { cwd: folder, env: production(), stdio: "ignore" });
  return serve(folder, await freePort(), {});
}

async function serve(folder: string, port: number, settings: Record<string, string>): Promise<Application> {
  const child = spawn(process.execPath, [next, "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    cwd: folder,
    env: { ...production(), ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  return { url, pid: child.pid!, stop: () => stopped(child) };
}

const production = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
});

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server for ${url} ended before it answered.`);
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server for ${url} did not answer within 30 seconds.`);
}

export function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5000).unref();
  });
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

/** Reads a page to its end over a kept connection. @throws when it is not a page */
export function read(url: string, cookie = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { accept: "text/html", "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) };
    http
      .get(url, { agent, headers }, (response) => {
        response.resume();
        response.once("end", () =>
          response.statusCode === 200
            ? resolve()
            : reject(new Error(`${url} answered ${response.statusCode}`)),
        );
      })
      .once("error", reject);
  });
}
