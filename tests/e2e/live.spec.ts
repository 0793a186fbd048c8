import { expect, type Page, test } from "@playwright/test";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";

const LIVE = "**/api/live?*";

/** Counts the times that the open page reads itself again; a reload by the browser is told apart by what it would wipe out. */
async function watched(page: Page): Promise<{ readings: () => number; isReloaded: () => Promise<boolean> }> {
  let readings = 0;
  page.on("request", (request) => {
    if (request.method() !== "GET") return;
    if (request.headers().rsc && !request.headers()["next-router-prefetch"]) readings++;
  });
  await page.evaluate(() => document.body.setAttribute("data-opened", ""));
  return {
    readings: () => readings,
    isReloaded: async () => (await page.locator("body[data-opened]").count()) === 0,
  };
}

async function rename(buyer: Page, need: string, title: string): Promise<void> {
  await buyer.goto(`${need}/edit`);
  await buyer.getByLabel("Titel").fill(title);
  await buyer.getByRole("button", { name: "Wijziging bewaren" }).click();
  await expect(buyer.getByRole("heading", { level: 1 })).toContainText(title);
}

test("a page shows what changed before it was connected, and after it was cut off, and rests otherwise", async ({
  browser,
}) => {
  const buyer = await pageOf(browser, "buyer-ministry");
  const need = await postNeed(buyer, "Boeien die roest melden");
  const visitor = await pageOf(browser, null);
  const title = visitor.getByRole("heading", { level: 1 });

  // The page is read, and does not get its connection until something has changed.
  let connect = () => {};
  const mayConnect = new Promise<void>((resolve) => {
    connect = resolve;
  });
  await visitor.route(LIVE, async (route) => {
    await mayConnect;
    await route.continue();
  });
  await visitor.goto(need);
  await expect(title).toContainText("Boeien die roest melden");
  const page = await watched(visitor);
  await rename(buyer, need, "Boeien die algen melden");
  expect(await title.textContent()).toContain("Boeien die roest melden");
  connect();
  await expect(title).toContainText("Boeien die algen melden");

  await visitor.unroute(LIVE);
  await visitor.context().setOffline(true);
  await rename(buyer, need, "Boeien die gas melden");
  const before = page.readings();
  await visitor.context().setOffline(false);
  await expect(title).toContainText("Boeien die gas melden");
  expect(page.readings()).toBeGreaterThan(before);

  // Comes back once more, and only something else has changed.
  await visitor.context().setOffline(true);
  await postNeed(buyer, "Bruggen die zout melden");
  const resting = page.readings();
  const connected = visitor.waitForResponse(LIVE);
  await visitor.context().setOffline(false);
  await connected;
  await rename(buyer, need, "Boeien die alles melden");
  await expect(title).toContainText("Boeien die alles melden");
  expect(page.readings()).toBe(resting + 1);
  expect(await page.isReloaded()).toBe(false);
});

test("a page whose reading is cut off reads again, and does not give way to the browser's own error", async ({
  browser,
}) => {
  const [buyer, visitor] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, null)];
  const need = await postNeed(buyer, "Sluizen die spanning melden");
  await visitor.goto(need);
  const page = await watched(visitor);
  let cut = 0;
  await visitor.route(`**${need}*`, (route) => {
    const { rsc } = route.request().headers();
    return rsc && cut++ < 2 ? route.abort("connectionrefused") : route.continue();
  });
  await rename(buyer, need, "Sluizen die lekken melden");
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("Sluizen die lekken melden");
  expect(cut).toBeGreaterThan(2);
  expect(await page.isReloaded()).toBe(false);
});

test("a page has one connection, also after walking through others", async ({ browser }) => {
  const visitor = await pageOf(browser, null);
  let open = 0;
  let most = 0;
  visitor.on("request", (request) => {
    if (new URL(request.url()).pathname !== "/api/live") return;
    open++;
    most = Math.max(most, open);
  });
  visitor.on("requestfailed", (request) => {
    if (new URL(request.url()).pathname === "/api/live") open--;
  });
  await visitor.goto("/nl");
  await expect.poll(() => open).toBe(1);
  for (const [name, path] of [
    ["Roadmap", "/nl/roadmap"],
    ["Challenges", "/nl/challenges"],
    ["Roadmap", "/nl/roadmap"],
  ] as const) {
    await visitor.getByRole("navigation").getByRole("link", { name, exact: true }).first().click();
    await visitor.waitForURL(`**${path}`);
  }
  await visitor.goBack();
  await visitor.waitForURL("**/nl/challenges");
  await expect.poll(() => open).toBe(1);
  expect(most).toBeLessThanOrEqual(2);
});
