import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { badge } from "../support/badge";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";

const ONE = "Drijvende sluisdeuren voor ijsvrije grachten";
const TWO = "IJsvrije grachten met drijvende sluisdeuren";

test("a curator bundles from a suggestion; one buyer consents, one refuses", async ({ browser }) => {
  test.setTimeout(120_000);
  const [ministry, municipality, curator] = await Promise.all([
    pageOf(browser, "buyer-ministry"),
    pageOf(browser, "buyer-municipality"),
    pageOf(browser, "curator"),
  ]);
  const paths = [await postNeed(ministry, ONE), await postNeed(municipality, TWO)];

  await curator.goto("/nl/programmes/new");
  await curator.getByRole("link", { name: "Bundels voorstellen" }).click();
  const bundle = await suggestionWith(curator, ONE);
  await expect(bundle.getByRole("checkbox", { name: TWO })).toBeChecked();
  await expect(bundle.getByText("Woorden gemeen")).toBeVisible();
  expect((await new AxeBuilder({ page: curator }).analyze()).violations).toEqual([]);

  await bundle.getByRole("button", { name: "Hoort niet bij elkaar" }).press("Enter");
  await expect(curator.getByRole("heading", { name: /sluis/ })).toHaveCount(0);
  await curator.getByRole("status").getByRole("button", { name: "Ongedaan maken" }).press("Enter");
  const again = await suggestionWith(curator, ONE);
  await again.locator("summary", { hasText: "Maak een nieuw programma" }).click();
  await again.getByLabel("Titel van het programma").fill("Grachten zonder ijs");
  await again.getByRole("button", { name: "Programma maken" }).click();
  await expect(curator.getByRole("heading", { level: 1, name: "Grachten zonder ijs" })).toBeVisible();
  await expect(badge(curator, "wacht op de inkoper")).toHaveCount(2);
  expect((await new AxeBuilder({ page: curator }).analyze()).violations).toEqual([]);

  await ministry.goto(paths[0]!);
  await ministry.getByRole("button", { name: "Instemmen" }).click();
  await expect(badge(ministry, "inkoper stemt in")).toBeVisible();
  await municipality.goto(paths[1]!);
  await refuse(municipality, "Wij kopen dit liever zelf in.");
  await expect(badge(curator, "inkoper stemt in")).toHaveCount(1);
  await expect(curator.getByText("Wij kopen dit liever zelf in.")).toBeVisible();
});

test("who is no curator reads who is offered bundles", async ({ browser }) => {
  const page = await pageOf(browser, "buyer-ministry", "en");
  await page.goto("/en/programmes/suggestions");
  await expect(page.getByText("Suggestions are for cluster developers")).toBeVisible();
});

async function suggestionWith(page: Page, title: string) {
  const bundle = page.getByRole("article").filter({ hasText: title });
  await expect(bundle).toBeVisible();
  return bundle;
}

async function refuse(page: Page, reason: string): Promise<void> {
  await page.locator("summary", { hasText: "Weigeren" }).first().click();
  await page.getByRole("textbox", { name: "Reden" }).fill(reason);
  await page.getByRole("button", { name: "Weigeren" }).click();
}
