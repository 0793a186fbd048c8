import { expect, type Page } from "@playwright/test";
import { arriveAt } from "./place";

/** Two criteria that weigh 100 % together. */
export async function fillCriteria(page: Page): Promise<void> {
  await page.getByLabel("Criterium 1", { exact: true }).fill("Werking");
  await page.getByLabel("Gewicht van criterium 1 (%)").fill("60");
  await page.getByRole("button", { name: "Criterium toevoegen" }).click();
  await page.getByLabel("Criterium 2", { exact: true }).fill("Prijs");
  await page.getByLabel("Gewicht van criterium 2 (%)").fill("40");
}

/** Saves the form of a challenge and proposes it; the path of its page. */
export async function saveAndPropose(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Concept bewaren" }).click();
  const challenge = await arriveAt(page, "challenges");
  await page.getByRole("button", { name: "Voorstellen" }).click();
  await expect(page.getByText("Wacht op een tweede persoon")).toBeVisible();
  return challenge;
}

/** The second person finds that the challenge serves the mission. */
export async function acceptMissionTest(page: Page): Promise<void> {
  await page.getByLabel("Uw oordeel over de missietoets").fill("Het dient de missie, en is te meten.");
  await page.getByRole("button", { name: "Missietoets goedkeuren" }).click();
  await expect(page.getByText("De missietoets is gehaald.")).toBeVisible();
}

/** Writes a response without a price from the challenge's page; the path of the draft. */
export async function draftResponse(page: Page, challenge: string, title: string): Promise<string> {
  await page.goto(challenge);
  await page.getByRole("link", { name: "Inzenden", exact: true }).click();
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Uw oplossing").fill("Alleen wij weten hoe.");
  await page.getByRole("button", { name: "Concept bewaren" }).click();
  return arriveAt(page, "responses");
}

/** Adds the price to a draft and hands it in. */
export async function submitResponse(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Vul een prijs in" }).click();
  await page.getByLabel("Prijs", { exact: true }).fill("12.500");
  await page.getByRole("button", { name: "Concept bewaren" }).click();
  await page.getByRole("button", { name: "Indienen" }).click();
  await expect(page.getByRole("heading", { name: "Ontvangstbewijs" })).toBeVisible();
  await expect(page.locator("code")).toHaveText(/^[0-9a-f]{64}$/);
}

/** Scores each response in turn; the next one comes by itself. */
export async function reviewAll(page: Page, challenge: string): Promise<void> {
  await page.goto(`${challenge}/reviews`);
  const toDo = page
    .getByRole("navigation", { name: "Inzendingen om te beoordelen" })
    .getByText("Nog te doen");
  await expect(toDo.first()).toBeVisible();
  for (let left = await toDo.count(); left > 0; left -= 1) {
    for (const score of await page.locator("main form select").all()) await score.selectOption("4");
    for (const reason of await page.getByLabel(/^Waarom deze score/).all())
      await reason.fill("Aangetoond in de proef.");
    await page.getByRole("checkbox", { name: "Dit is mijn definitieve beoordeling" }).check();
    await page.getByRole("button", { name: "Beoordeling bewaren" }).click();
    await expect(toDo).toHaveCount(left - 1);
  }
}
