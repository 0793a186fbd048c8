import { expect, test } from "@playwright/test";
import { badge } from "../support/badge";
import { pageOf } from "../support/persona";

test("a curator rates a cell in a new round, a visitor reads its ground and what it changed, and who follows the cell is told", async ({
  browser,
}) => {
  const curator = await pageOf(browser, "curator");
  await curator.goto("/nl/ecosystem/rounds/new");
  await curator.getByLabel("Naam van de ronde").fill("Proefronde 2019");
  await curator.getByLabel("Peildatum").fill("2019-06-01");
  await curator.getByRole("button", { name: "Ronde beginnen" }).click();
  await expect(curator.getByRole("heading", { level: 1, name: "Proefronde 2019" })).toBeVisible();
  const round = new URL(curator.url()).pathname;

  const unrated = curator.locator("main table a", { hasText: /^niet beoordeeld$/ }).last();
  const cell = new URL((await unrated.getAttribute("href"))!, curator.url()).pathname;
  await unrated.click();
  await curator.waitForURL(`**${cell}`);
  const save = curator.getByRole("button", { name: "Oordeel opslaan" });
  await curator.getByLabel("gemiddeld", { exact: true }).check();
  await save.click();
  await expect(curator.locator("main form")).toContainText("Dit klopt nog niet");
  await curator
    .getByLabel("Waarop rust dit oordeel?")
    .fill("De helft van de bedrijven vindt hier wat nodig is.");
  await curator.getByLabel("gemeten", { exact: true }).check();
  await curator.getByLabel("Formule").fill("waarde / gemiddelde van alle sectoren");
  await curator.getByLabel("Gegeven", { exact: true }).fill("bedrijven per 1.000");
  await curator.getByLabel("Waarde", { exact: true }).fill("12,5");
  await save.click();
  await curator.waitForURL(`**${round}`);

  const follower = await pageOf(browser, "educator");
  const [ecosystem, element] = cell.split("/").slice(-2);
  await follower.goto(`/nl/ecosystem/${ecosystem}/${element}`);
  await follower.getByRole("button", { name: "Volgen", exact: true }).click();
  await expect(follower.getByRole("button", { name: "Niet meer volgen" })).toBeVisible();
  await follower.goto(`/nl/ecosystem?ecosystem=${ecosystem}`);
  await expect(follower.getByRole("button", { name: / volgen$/ })).toBeVisible();

  const visitor = await pageOf(browser, null);
  expect((await visitor.goto(round))!.status()).toBe(404);
  await curator.getByRole("button", { name: "Ronde publiceren" }).click();
  await expect(badge(curator, "gepubliceerd")).toBeVisible();

  await visitor.goto(round);
  await expect(visitor.locator("header p", { hasText: "Eén oordeel veranderde" })).toBeVisible();
  await visitor.goto(cell);
  await expect(visitor.getByText("De helft van de bedrijven vindt hier wat nodig is.")).toBeVisible();
  await expect(visitor.getByRole("cell", { name: "12,5" })).toBeVisible();
  await follower.goto("/nl/inbox");
  await expect(follower.locator("#followed")).toContainText("Diagnose gepubliceerd");
});

test("a curator plans on a weak cell with the catalogue's offer, changes it, and closes it with a result", async ({
  browser,
}) => {
  const page = await pageOf(browser, "curator");
  await page.goto("/nl/interventions/new");
  await page.locator("main li a[href*='ecosystem=']").first().click();
  await page.getByRole("button", { name: "Interventie plannen" }).click();
  await expect(page.locator("main form")).toContainText("Dit klopt nog niet");
  const instrument = page.getByLabel("Instrument uit de catalogus");
  await instrument.selectOption({ index: 1 });
  await page.getByLabel("Naam van de interventie").fill("Proef met leiders");
  await page.getByLabel("Wat gaat er gebeuren?").fill("Vier partijen maken samen een agenda.");
  await page.getByLabel("Budget").fill("125.000");
  await page.getByLabel("Begint op").fill("2027-01-01");
  await page.getByLabel("Eindigt op").fill("2026-01-01");
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Waarde nu").fill("3");
  await page.getByLabel("Waarde die u wilt bereiken").fill("8");
  await page.getByLabel("Wanneer meet u dat?").fill("2027-12-01");
  await page.getByRole("button", { name: "Interventie plannen" }).click();
  await expect(page.locator("main form")).toContainText("Het einde ligt voor het begin.");
  await page.getByLabel("Eindigt op").fill("2028-01-01");
  await page.getByRole("button", { name: "Interventie plannen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Proef met leiders" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "€ 125.000,00" })).toBeVisible();

  await page.getByRole("link", { name: "Wijzigen" }).click();
  await page.getByLabel("Naam van de interventie").fill("Proef met meer leiders");
  await page.getByRole("button", { name: "Wijziging opslaan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Proef met meer leiders" })).toBeVisible();

  await page.getByRole("button", { name: "Starten" }).click();
  await page.locator("summary", { hasText: "Afronden" }).click();
  await page.getByLabel("Gemeten waarde").fill("9");
  await page.getByLabel("Wat heeft het opgeleverd?").fill("Meer partijen leiden nu een project.");
  await page.getByRole("button", { name: "Afronden" }).click();
  await expect(page.locator("header p", { hasText: "Doel gehaald: 9" })).toBeVisible();
});
