import { expect, test } from "@playwright/test";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";

test("people of two organisations settle a question about a need, live; a visitor reads none of it", async ({
  browser,
}) => {
  const buyer = await pageOf(browser, "buyer-ministry");
  const need = await postNeed(buyer, "Sluizen die zichzelf bedienen");
  const company = await pageOf(browser, "company-a");
  await company.goto(need);
  const [asked, answered] = [company, buyer].map((page) => page.locator("#comments"));

  // By keyboard: an @ leads to the search for people, Enter chooses, and the cursor is back in the text.
  await asked!.getByRole("button", { name: "Reageren" }).click();
  await expect(asked!.getByLabel("Uw reactie")).toBeFocused();
  await company.keyboard.type("Geldt dit ook 's nachts, @");
  await expect(asked!.getByLabel("Wie haalt u erbij?")).toBeFocused();
  await company.keyboard.type("Cluster");
  await expect(asked!.getByRole("status")).toContainText("gevonden");
  await company.keyboard.press("Enter");
  await expect(asked!.getByLabel("Uw reactie")).toBeFocused();
  await asked!.getByRole("button", { name: "Reactie plaatsen" }).click();
  await expect(asked!.getByRole("article")).toContainText("Geldt dit ook 's nachts");

  // The buyer's page was open all the time.
  await expect(answered!.getByRole("article")).toContainText("Geldt dit ook 's nachts");
  await answered!.getByRole("button", { name: "Antwoorden" }).click();
  await answered!.getByLabel("Uw reactie").fill("Ja, dag en nacht.");
  await answered!.getByRole("button", { name: "Antwoord plaatsen" }).click();
  await expect(asked!.getByRole("listitem")).toContainText("Ja, dag en nacht.");

  await answered!.getByRole("listitem").getByRole("button", { name: "Bewerken" }).click();
  await answered!.getByLabel("Uw reactie").fill("Ja, ook 's nachts.");
  await answered!.getByRole("button", { name: "Bewerking bewaren" }).click();
  await expect(asked!.getByRole("listitem").first()).toContainText("Ja, ook 's nachts.");
  await asked!.getByText(/^bewerkt/).click();
  await expect(asked!.getByText("Ja, dag en nacht.")).toBeVisible();

  await answered!.getByRole("button", { name: "Reageren" }).click();
  await answered!.getByLabel("Uw reactie").fill("Tussen ons: de prijs staat nog niet vast.");
  await answered!.getByLabel("Wie mag dit lezen?").selectOption("organisation");
  await answered!.getByRole("button", { name: "Reactie plaatsen" }).click();
  await expect(answered!.getByRole("article")).toHaveCount(2);

  const curator = await pageOf(browser, "curator");
  await curator.goto("/nl/inbox");
  await expect(curator.locator("#followed")).toContainText("Reactie geplaatst");

  await asked!.getByRole("button", { name: "Afgehandeld" }).click();
  await expect(asked!.getByText("1 afgehandeld gesprek")).toBeVisible();
  await expect(answered!.getByText("1 afgehandeld gesprek")).toBeVisible();
  await company.reload();
  await expect(asked!).not.toContainText("Tussen ons");

  const visitor = await pageOf(browser, null);
  await visitor.goto(need);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Sluizen die zichzelf bedienen");
  await expect(visitor.locator("#comments")).toHaveCount(0);
});
