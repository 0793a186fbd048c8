import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { freePort } from "@/scripts/start/ports.mjs";

/** The application on a port and data of its own, as `npm start` brings it up, for what its settings must be different for. */
export class OwnApp {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(data: string, settings: Record<string, string>): Promise<OwnApp> {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const own = { PORT: String(port), BUNDEL_DATA: resolve(data), BUNDEL_DEMO: "1", NEXTAUTH_URL: address };
    const env = { ...process.env, ...own, ...settings };
    const child = spawn(process.execPath, ["tests/support/serve-fresh.mjs"], { env, stdio: "inherit" });
    const app = new OwnApp(address, child, env);
    while (!(await app.answers())) {
      if (child.exitCode !== null) throw new Error(`The application ended with ${child.exitCode}.`);
      await new Promise((done) => setTimeout(done, 200));
    }
    return app;
  }

  /** Runs one of the commands of `scripts/` beside it. */
  async run(script: string): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", script], { env: this.env, stdio: "inherit" });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`${script} ended with ${code}.`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await ended;
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.address}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
  }
}
