import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { migrate } from "@/db/migrate";
import { enterDatabase } from "@/scripts/postgres/embedded.mjs";
import { buildIfNeeded } from "@/scripts/start/needed.mjs";
import { freePort } from "@/scripts/start/ports.mjs";
import { gone, pause } from "@/scripts/start/processes.mjs";
import { root } from "../holder";

/** The application on a durable database, both of which can be killed and brought back where they were. */
export class Site {
  private app: ChildProcess | null = null;

  private constructor(
    private readonly data: string,
    private readonly secret: string,
    private database: Awaited<ReturnType<typeof enterDatabase>>,
    private readonly port: number,
  ) {}

  static async open(data: string, secret: string): Promise<Site> {
    await buildIfNeeded(new AbortController().signal);
    const database = await enterDatabase({ dataDirectory: data, projectDirectory: root });
    await migrate(database.url);
    const site = new Site(data, secret, database, await freePort());
    await site.bringUpApplication();
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  async killApplication(): Promise<void> {
    const app = this.app!;
    const ended = once(app, "exit");
    app.kill("SIGKILL");
    await ended;
    await this.bringUpApplication();
  }

  async killDatabase(): Promise<void> {
    process.kill(this.database.pid, "SIGKILL");
    await gone(this.database.pid, 10_000);
    const before = this.database.url;
    this.database = await enterDatabase({ dataDirectory: this.data, projectDirectory: root });
    if (this.database.url !== before) throw new Error("The database came back at another address.");
  }

  async close(): Promise<void> {
    const app = this.app!;
    const ended = once(app, "exit");
    app.kill("SIGKILL");
    await ended;
    await this.database.leave();
  }

  private async bringUpApplication(): Promise<void> {
    const next = join(root, "node_modules/next/dist/bin/next");
    this.app = spawn(
      process.execPath,
      [next, "start", "--port", String(this.port), "--hostname", "127.0.0.1"],
      {
        cwd: root,
        env: {
          ...process.env,
          NODE_ENV: "production",
          NEXT_TELEMETRY_DISABLED: "1",
          DATABASE_URL: this.database.url,
          NEXTAUTH_URL: this.url,
          NEXTAUTH_SECRET: this.secret,
          BUNDEL_DEMO: "0",
          LOG_LEVEL: "fatal",
        },
        stdio: "ignore",
      },
    );
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const answer = await fetch(`${this.url}/api/health`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Error("The application did not come up within a minute.");
  }
}
