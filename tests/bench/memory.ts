import { execFileSync } from "node:child_process";
import { type Application, read } from "./applications";
import type { Line } from "./measure";

const VIEWS = 20_000;
const AT_ONCE = 10;

/** Memory of the server after 20,000 page views: against the empty application's, and against its own half way. */
export async function measureMemory(app: Application, empty: Application, path: string): Promise<Line[]> {
  await view(empty.url, VIEWS);
  const floor = megabytes(empty.pid);
  await view(app.url + path, VIEWS / 2);
  const half = megabytes(app.pid);
  await view(app.url + path, VIEWS / 2);
  const full = megabytes(app.pid);
  const line = (what: string, base: number, limit: number): Line => ({
    what,
    floor: `${base.toFixed(0)} MB`,
    ours: `${full.toFixed(0)} MB`,
    ratio: full / base,
    limit,
  });
  return [
    line(`Memory after ${VIEWS} page views`, floor, 2),
    line(`The same, against ${VIEWS / 2} page views: flat`, half, 1.15),
  ];
}

async function view(url: string, times: number): Promise<void> {
  let left = times;
  const viewer = async () => {
    while (left-- > 0) await read(url);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, viewer));
}

export const megabytes = (pid: number) =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
