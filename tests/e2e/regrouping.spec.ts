import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { badge } from "../support/badge";
import { call } from "../support/call";
import { pageOf } from "../support/persona";
import { arriveAt } from "../support/place";

const TITLES = ["Steigers voor pontjes in de stad", "Pontjes die op stroom varen"] as const;

test("a curator tries windows out and asks for one, its buyer agrees; the programme is split, merged and made whole", async ({
  browser,
}) => {
  const [buyer, curator] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, "curator")];
  const { id } = await call(curator, "programmes.create", {
    title: "Varen door de stad",
    description: "Wij kopen samen wat vaart.",
    language: "nl",
    theme: "energie-duurzaamheid",
    ecosystems: ["energievernieuwing"],
    elements: ["demand"],
  });
  const early = await asked(buyer, curator, id, TITLES[0], 2028, 4);
  await asked(buyer, curator, id, TITLES[1], 2029, 0);

  await curator.goto(`/nl/programmes/${id}`);
  await curator.getByRole("link", { name: "Periodes op elkaar afstemmen" }).click();
  await expect(curator.getByText("staan 1 van de 2 behoeften tegelijk open")).toBeVisible();
  await expect(async () => {
    await curator.getByRole("button", { name: "Laat periodes samenvallen" }).press("Enter");
    await expect(curator.getByText("staan 2 van de 2 behoeften tegelijk open")).toBeVisible({ timeout: 500 });
  }).toPass();
  expect((await new AxeBuilder({ page: curator }).analyze()).violations).toEqual([]);
  await curator.getByRole("textbox", { name: "Waarom" }).fill("Dan varen beide tegelijk.");
  await curator.getByRole("button", { name: "1 inkoper vragen" }).press("Enter");
  await expect(curator.getByText("De trekker vraagt om 1e kwartaal 2029")).toBeVisible();

  await buyer.goto(`/nl/needs/${early}`);
  await buyer.getByRole("button", { name: "Periode verschuiven" }).press("Enter");
  await expect(buyer.getByRole("button", { name: "Periode verschuiven" })).toHaveCount(0);
  await expect(buyer.getByRole("definition").filter({ hasText: "1e kwartaal 2029" }).first()).toBeVisible();

  await curator.goto(`/nl/programmes/${id}`);
  await expect(curator.getByLabel("Titel van het nieuwe programma")).toBeEnabled();
  await curator.locator("summary", { hasText: "Programma splitsen" }).click();
  await curator.getByRole("checkbox", { name: TITLES[0] }).check();
  await curator.getByLabel("Titel van het nieuwe programma").fill("Steigers apart");
  await curator.getByRole("textbox", { name: "Reden" }).fill("Steigers bouwt een ander soort bedrijf.");
  expect((await new AxeBuilder({ page: curator }).analyze()).violations).toEqual([]);
  await curator.getByRole("button", { name: "Programma splitsen" }).press("Enter");
  await expect(curator.getByRole("heading", { level: 1, name: "Steigers apart" })).toBeVisible();
  const apart = await arriveAt(curator, "programmes");
  await expect(curator.getByRole("link", { name: "Varen door de stad" })).toBeVisible();

  await expect(curator.getByLabel("Programma waarin het verdergaat")).toBeEnabled();
  await curator.locator("summary", { hasText: "Samenvoegen met een ander programma" }).click();
  await curator.getByLabel("Programma waarin het verdergaat").selectOption("Varen door de stad");
  await curator.locator("#merge-reason").fill("Eén bedrijf bouwt toch beide.");
  await curator.getByRole("button", { name: "Samenvoegen met een ander programma" }).press("Enter");
  await expect(curator.getByRole("heading", { level: 1, name: "Varen door de stad" })).toBeVisible();
  await expect(badge(curator, "wacht op de inkoper")).toHaveCount(2);
  await curator.getByRole("button", { name: "Samenvoeging ongedaan maken" }).press("Enter");
  await expect(badge(curator, "wacht op de inkoper")).toHaveCount(1);

  await curator.goto(apart);
  await curator.getByRole("button", { name: "Splitsing ongedaan maken" }).press("Enter");
  await expect(curator.getByText("Dit programma is gesloten")).toBeVisible();
  await curator.goto(`/nl/programmes/${id}`);
  await expect(badge(curator, "wacht op de inkoper")).toHaveCount(2);
});

/** A need of one quarter in its buyer's name, with this much slack to later, asked for the programme. */
async function asked(
  buyer: Page,
  curator: Page,
  programmeId: string,
  title: string,
  year: number,
  slackLater: number,
): Promise<string> {
  const need = await call(buyer, "needs.create", {
    title,
    language: "nl",
    certainty: "budgeted",
    windowStart: `${year}-01-01`,
    windowEnd: `${year}-03-31`,
    slackLater,
    valueMinCents: 100_000_00,
    valueMaxCents: 200_000_00,
    theme: "energie-duurzaamheid",
    visibility: "public",
  });
  await call(buyer, "needs.publish", need);
  await call(curator, "programmes.proposeNeed", { programmeId, needId: need.id });
  return need.id;
}
