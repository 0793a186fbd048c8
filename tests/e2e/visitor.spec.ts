import { expect, test } from "@playwright/test";
import { call } from "../support/call";
import { pageOf } from "../support/persona";

test("a visitor goes from a weak element to a public decision, in either language", async ({ browser }) => {
  for (const locale of ["nl", "en"] as const) {
    const page = await pageOf(browser, null, locale);
    await page.goto("/");
    await expect(page).toHaveURL(new RegExp(`/${locale}$`));
    for (const path of [
      "/ecosystem",
      "/interventions",
      "/roadmap",
      "/challenges",
      "/funding",
      "/decisions",
    ]) {
      const response = await page.goto(`/${locale}${path}`);
      expect(response!.status(), path).toBe(200);
      await expect(page.locator("h1"), path).toHaveCount(1);
    }
    await page.locator("main table a").first().click();
    await expect(page).toHaveURL(/\/decisions\/[0-9a-f-]{36}$/);
    await page.goto(`/${locale}/search?q=noodteam`);
    await expect(page.locator("main mark").first()).toHaveText("Noodteam");
    await page.context().close();
  }
});

test("a persona who signs in is told what waits", async ({ browser }) => {
  const page = await pageOf(browser, "curator");
  await page.goto("/nl");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Wat op u wacht");
  await page.context().close();
});

test("what is published reaches visitors who look again a second later, and nobody gets another's page", async ({
  browser,
}) => {
  const [buyer, visitor] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, null)];
  const path = "/nl/roadmap?q=zwaluwtil";
  const headers = { accept: "text/html" };
  const seen = async () => (await visitor.request.get(path, { headers })).text();
  expect(await seen()).not.toContain("Een zwaluwtil");

  const open = await (await visitor.request.get("/api/v1/needs?pageSize=100")).json();
  const { theme } = open.items.find((need: { theme: string | null }) => need.theme !== null);
  const { id, version } = await call(buyer, "needs.create", {
    title: "Een zwaluwtil op elk kantoor",
    language: "nl",
    windowStart: "2028-01-01",
    windowEnd: "2028-03-31",
    valueMinCents: 1_000_000,
    valueMaxCents: 2_000_000,
    certainty: "idea",
    theme,
    visibility: "public",
  });
  await call(buyer, "needs.publish", { id, version });
  await visitor.waitForTimeout(1_000);
  expect(await seen()).toContain("Een zwaluwtil");

  const own = await (await buyer.request.get(path, { headers })).text();
  expect(own).toContain('data-person="');
  expect(await seen()).not.toContain('data-person="');
});

test("an address that cannot be read is told so, and is never an error of the server", async ({
  request,
}) => {
  for (const path of [
    "/nl/roadmap?q=%00",
    "/en/search?q=a%00b",
    "/nl/%25",
    "/nl/100%25",
    "/en/needs/%25",
    "/nl/%00",
    "/api/v1/%E0%A4%A",
  ])
    expect((await request.get(path)).status(), path).toBe(400);
  for (const path of ["/nl/needs/%C3%A9", "/nl/roadmap?q=%25", "/nl/roadmap?q=%C3%A9"])
    expect((await request.get(path)).status(), path).toBeLessThan(500);
});
