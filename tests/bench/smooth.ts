import type { Page } from "@playwright/test";
import { launched } from "@/tests/support/browser";
import type { Application } from "./applications";
import type { Line } from "./measure";

/** A task of the browser longer than this is felt; Chromium tells of none that is shorter. */
const FELT_MS = 50;
const SLOWER = 4;
const STEPS = 40;

/** The longest task while the roadmap is scrolled and a bar of it is dragged, on a processor that is four times slower. */
export async function measureSmoothness(app: Application, path: string, cookie: string): Promise<Line[]> {
  const browser = await launched();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name, value] = cookie.split("=", 2) as [string, string];
    await context.addCookies([{ name, value, url: app.url }]);
    const page = await context.newPage();
    await page.goto(app.url + path, { waitUntil: "load" });
    await page.locator(".timeline[data-listening]").waitFor();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return [
      line("Scrolling the roadmap", await longest(page, scroll)),
      line("Dragging a bar of the roadmap", await longest(page, drag)),
    ];
  } finally {
    await browser.close();
  }
}

const line = (what: string, ms: number): Line => ({
  what: `${what}, longest task at a quarter of the speed`,
  floor: `${FELT_MS} ms`,
  ours: ms === 0 ? `at most ${FELT_MS} ms` : `${ms.toFixed(0)} ms`,
  ratio: Math.max(ms, FELT_MS) / FELT_MS,
  limit: 1,
});

/** The longest task over 50 ms that the act causes, 0 if there is none. */
async function longest(page: Page, act: (page: Page) => Promise<void>): Promise<number> {
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    const kept = window as unknown as { tasks: number[]; watch: PerformanceObserver };
    kept.watch?.disconnect();
    kept.tasks = [];
    kept.watch = new PerformanceObserver((list) =>
      kept.tasks.push(...list.getEntries().map((it) => it.duration)),
    );
    kept.watch.observe({ type: "longtask" });
  });
  await act(page);
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, step < STEPS / 2 ? 120 : -120);
    await page.waitForTimeout(30);
  }
}

/** Takes the first bar that may be moved across two years and puts it back. */
async function drag(page: Page): Promise<void> {
  const bar = page.locator(".timeline button[aria-label^='Verschuiven']").first();
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (!box) throw new Error("There is no bar to drag.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(x + Math.sin((step / STEPS) * Math.PI) * 400, y);
    await page.waitForTimeout(30);
  }
  await page.keyboard.press("Escape");
  await page.mouse.up();
}
