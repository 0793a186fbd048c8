import { expect, type Page, test } from "@playwright/test";
import { pageOf } from "../support/persona";

test("money is asked for, assessed, signed by two, made public, and traced back to the element", async ({
  browser,
}) => {
  const curator = await pageOf(browser, "curator");
  const application = await draftFor(curator);
  await expect(curator.getByText("Er ontbreekt nog iets.")).toBeVisible();
  await complete(curator);
  await curator.getByRole("button", { name: "Aanvraag indienen" }).click();
  await expect(curator.getByText("Ingediend", { exact: true })).toBeVisible();

  const officer = await pageOf(browser, "funding-officer");
  await officer.goto(application);
  await officer.getByRole("button", { name: "Advies geven" }).click();
  await expect(officer.locator("main form")).toContainText("Dit klopt nog niet");
  await officer.getByRole("radio", { name: "Toekennen" }).check();
  await officer.getByLabel("Uw beoordeling").fill("Voldoet aan elke voorwaarde en aan de missietoets.");
  await officer.getByRole("button", { name: "Advies geven" }).click();
  await expect(officer.getByText("Beoordeeld", { exact: true })).toBeVisible();
  await expect(officer.getByText("Dit kan een goedkeurder")).toBeVisible();

  const [first, second] = [await pageOf(browser, "approver-1"), await pageOf(browser, "approver-2")];
  await second.goto(application);
  await sign(first, application, "Vier partijen betalen de helft zelf.");
  await expect(first.getByText("U hebt deze versie al ondertekend.")).toBeVisible();
  // The other approver's open page shows the signature by itself.
  await expect(second.getByText("Beoordeeld: één goedkeurder heeft getekend.")).toBeVisible();
  await sign(second, application, "Het versterkt een zwak element.");
  await expect(second.getByText("Toegekend", { exact: true })).toBeVisible();

  const visitor = await pageOf(browser, null);
  const link = second.getByRole("link", { name: "Naar het besluit" });
  const decision = new URL((await link.getAttribute("href"))!, second.url()).pathname;
  expect((await visitor.goto(decision))!.status()).toBe(404);
  await officer.goto(decision);
  await officer.getByRole("button", { name: "Besluit openbaar maken" }).click();
  await expect(officer.getByText("Dit besluit is nog niet openbaar.")).toBeHidden();

  await visitor.goto("/nl/decisions?kind=award");
  await visitor.locator(`main a[href='${decision}']`).click();
  await visitor.waitForURL(`**${decision}`);
  await expect(visitor.getByText("Het versterkt een zwak element.")).toBeVisible();
  await expect(visitor.getByRole("definition").filter({ hasText: "€ 60.000,00" })).toBeVisible();
  await expect(visitor.getByText(/^1,5.×: /)).toBeVisible();
  await visitor.locator("main a[href*='/ecosystem/']").first().click();
  await visitor.waitForURL("**/nl/ecosystem/**");
});

/** A draft for the first thing that money can be asked for; the path of its page. */
async function draftFor(page: Page): Promise<string> {
  await page.goto("/nl/applications/new");
  await page.locator("main li a").first().click();
  await page.waitForURL("**/applications/new?**");
  await page.getByLabel("Beschrijving").fill("Vier partijen proberen het samen in één wijk.");
  await page.getByRole("button", { name: "Aanvraag bewaren" }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function complete(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Aanvraag wijzigen" }).click();
  await page.getByLabel("Gevraagd bedrag").fill("60.000");
  await page.getByLabel("Inbreng van anderen").fill("90.000");
  await page.getByLabel("Samenwerkende partijen").fill("Een school\nEen woningcorporatie");
  for (const part of ["Veilig", "Beter", "Rechtvaardig"])
    for (const question of ["Hoe", "Voor wie", "Waaraan gemeten"])
      await page.getByRole("group", { name: part }).getByLabel(question).fill(`${part}: een antwoord`);
  await page.getByRole("button", { name: "Aanvraag bewaren" }).click();
  await page.waitForURL(/\/applications\/[0-9a-f-]{36}$/);
}

async function sign(page: Page, application: string, reason: string): Promise<void> {
  await page.goto(application);
  await page.getByRole("radio", { name: "Toekennen" }).check();
  await page.getByRole("textbox", { name: "Reden" }).fill(reason);
  await page.getByRole("button", { name: "Ondertekenen" }).click();
}
