import { launched } from "@/tests/support/browser";
import type { Application } from "./applications";
import type { Line } from "./measure";

/** Kilobytes of JavaScript, compressed, that a cold browser takes in for a page, beyond those of the empty page. */
export async function measureScripts(
  app: Application,
  empty: Application,
  pages: { what: string; path: string; cookie?: string; limit: number }[],
): Promise<Line[]> {
  const browser = await launched();
  const scripts = async (url: string, cookie?: string) => {
    const context = await browser.newContext({ extraHTTPHeaders: cookie ? { cookie } : {} });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const kinds = new Map<string, string>();
    let bytes = 0;
    await session.send("Network.enable");
    session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (kinds.get(requestId) === "Script") bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(1_500);
    await context.close();
    return bytes / 1000;
  };
  try {
    const floor = await scripts(empty.url);
    const lines: Line[] = [];
    for (const { what, path, cookie, limit } of pages) {
      const ours = await scripts(app.url + path, cookie);
      lines.push({
        what: `JavaScript of ${what}`,
        floor: `${floor.toFixed(0)} kB`,
        ours: `${ours.toFixed(0)} kB`,
        ratio: ours - floor,
        limit,
      });
    }
    return lines;
  } finally {
    await browser.close();
  }
}
