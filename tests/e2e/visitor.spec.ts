import { expect, test } from "@playwright/test";
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
    await page.context().close();
  }
});

test("a persona who signs in is told what waits", async ({ browser }) => {
  const page = await pageOf(browser, "curator");
  await page.goto("/nl");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Wat op u wacht");
  await page.context().close();
});
