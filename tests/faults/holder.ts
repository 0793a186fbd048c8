import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { removeDatabase } from "@/scripts/postgres/embedded.mjs";

export const root = resolve(import.meta.dirname, "../..");

/** A place for data that is taken away again, whatever the test left running there. */
export class Place implements AsyncDisposable {
  readonly path = mkdtempSync(join(tmpdir(), "bundel-faults-"));
  readonly data = join(this.path, "data");

  constructor(readonly mode = 0o755) {
    chmodSync(this.path, mode);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeDatabase(this.data);
    await removeDatabase(this.path);
  }
}

/** A process that uses a database, and what it said. */
export class Holder {
  private said = "";
  private readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(dataDirectory: string, work = "wait") {
    const script = join(root, "tests/faults/hold-database.mjs");
    this.child = spawn(process.execPath, [script, dataDirectory, work], {
      cwd: root,
      env: { ...process.env, npm_lifecycle_event: undefined },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.said += text;
      });
    }
    this.ended = new Promise((done) => this.child.once("exit", done));
  }

  /** What stands in its output behind a word, each time it says it. */
  heard(word: string): number[] {
    return [...this.said.matchAll(new RegExp(`^${word} ?(\\d*)$`, "gm"))].map(([, number]) => Number(number));
  }

  async says(word: string, times = 1): Promise<number> {
    while (this.heard(word).length < times) {
      if (this.child.exitCode !== null) throw new Error(`It ended before it said "${word}":\n${this.said}`);
      await new Promise((done) => setTimeout(done, 10));
    }
    return this.heard(word)[times - 1]!;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }
}

/** Runs `node scripts/start.mjs` to its end. */
export function start(
  environment: Record<string, string>,
  { project = root, uid }: { project?: string; uid?: number } = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: project,
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return new Promise((done) => child.once("exit", (code) => done({ code, said: said.trim() })));
}
