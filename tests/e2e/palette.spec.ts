import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { pageOf } from "../support/persona";

test("with the palette one goes, makes, filters and finds without a pointer", async ({ browser }) => {
  const page = await pageOf(browser, "buyer-ministry");
  await page.goto("/nl/funding");
  const keys = page.keyboard;
  const field = page.getByRole("combobox", { name: "Ga naar, maak of zoek" });

  // The page listens once its script has come.
  await expect(async () => {
    await keys.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await keys.type("bord");
  await keys.press("Enter");
  await page.waitForURL("**/nl/roadmap?view=board");

  await keys.press("Control+k");
  await field.fill("begroot is");
  await keys.press("Enter");
  await page.waitForURL("**/nl/roadmap?certainty=budgeted");

  await keys.press("Control+k");
  await field.fill("noodteam");
  await expect(page.getByRole("option", { name: /^Noodteam bij een digitale aanval/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include("dialog").setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await keys.press("Enter");
  await page.waitForURL(/\/nl\/needs\/[0-9a-f-]{36}$/);

  await keys.press("Control+k");
  await keys.press("Escape");
  await expect(field).toHaveCount(0);
});

test("letters lead to places, are listed, and can be turned off for good", async ({ browser }) => {
  const page = await pageOf(browser, null);
  await page.goto("/nl/challenges");
  await page.getByRole("button", { name: "Sneltoetsen" }).click();
  const list = page.getByRole("dialog", { name: "Sneltoetsen" });
  await expect(list.getByText("Roadmap")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await page.waitForURL("**/nl/roadmap");
  await page.getByLabel("Zoek in behoeften").fill("gr");
  expect(new URL(page.url()).pathname).toBe("/nl/roadmap");

  await page.getByRole("button", { name: "Sneltoetsen" }).click();
  await list.getByLabel("Letters gebruiken als sneltoets").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Ga naar, maak of zoek" })).toBeFocused();
  expect(new URL(page.url()).pathname).toBe("/nl/roadmap");
});
