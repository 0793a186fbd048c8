import { expect, type Page } from "@playwright/test";
import { badge } from "./badge";
import { answerMissionTest } from "./mission-test";
import { arriveAt } from "./place";

/** Saves the form of an application with only a description; the path of the draft. */
export async function draftApplication(page: Page): Promise<string> {
  await page.getByLabel("Beschrijving").fill("Vier partijen proberen het samen in één wijk.");
  await page.getByRole("button", { name: "Aanvraag bewaren" }).click();
  const application = await arriveAt(page, "applications");
  await expect(page.getByText("Er ontbreekt nog iets.")).toBeVisible();
  return application;
}

/** Adds what a draft misses: € 60.000 next to € 90.000 of others, the parties and the mission test; and submits it. */
export async function completeAndSubmit(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Aanvraag wijzigen" }).click();
  await page.getByLabel("Gevraagd bedrag").fill("60.000");
  await page.getByLabel("Inbreng van anderen").fill("90.000");
  await page.getByLabel("Samenwerkende partijen").fill("Een school\nEen woningcorporatie");
  await answerMissionTest(page);
  await page.getByRole("button", { name: "Aanvraag bewaren" }).click();
  await arriveAt(page, "applications");
  await page.getByRole("button", { name: "Aanvraag indienen" }).click();
  await expect(badge(page, "Ingediend")).toBeVisible();
}

/** The funding officer advises to award. */
export async function advise(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Toekennen" }).check();
  await page.getByLabel("Uw beoordeling").fill("Voldoet aan elke voorwaarde en aan de missietoets.");
  await page.getByRole("button", { name: "Advies geven" }).click();
  await expect(badge(page, "Beoordeeld")).toBeVisible();
}

/** One approver signs to award. */
export async function sign(page: Page, application: string, reason: string): Promise<void> {
  await page.goto(application);
  await page.getByRole("radio", { name: "Toekennen" }).check();
  await page.getByRole("textbox", { name: "Reden" }).fill(reason);
  await page.getByRole("button", { name: "Ondertekenen" }).click();
}

/** The officer goes from the application to its decision and makes it public; its path. */
export async function publishDecision(page: Page, application: string): Promise<string> {
  await page.goto(application);
  await page.getByRole("link", { name: "Naar het besluit" }).click();
  const decision = await arriveAt(page, "decisions");
  await page.getByRole("button", { name: "Besluit openbaar maken" }).click();
  await expect(page.getByText("Dit besluit is nog niet openbaar.")).toBeHidden();
  return decision;
}
