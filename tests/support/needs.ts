import { expect, type Page } from "@playwright/test";
import { badge } from "./badge";
import { arriveAt } from "./place";

/** Posts a need with the answers that are enough, and publishes it; the path of its page. */
export async function postNeed(page: Page, title: string): Promise<string> {
  await page.goto("/nl/needs/new");
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Begin", { exact: true }).selectOption({ index: 6 });
  await page.getByLabel("Einde", { exact: true }).selectOption({ index: 9 });
  await page.getByLabel("Laagste waarde").fill("200.000");
  await page.getByLabel("Hoogste waarde").fill("400.000");
  await page.getByLabel("begroot", { exact: true }).check();
  await page.getByLabel("Missiethema").selectOption({ label: "Gezondheid en zorg" });
  return saveAndPublish(page, "needs");
}

/** Keeps the draft that the form holds and publishes it; the path of its page. */
export async function saveAndPublish(page: Page, folder: string): Promise<string> {
  await page.getByRole("button", { name: "Concept bewaren" }).click();
  const path = await arriveAt(page, folder);
  await page.getByRole("button", { name: "Publiceren" }).click();
  await expect(badge(page, "gepubliceerd")).toBeVisible();
  return path;
}
