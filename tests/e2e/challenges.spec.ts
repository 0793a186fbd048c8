import { expect, type Page, test } from "@playwright/test";
import {
  acceptMissionTest,
  draftResponse,
  fillCriteria,
  reviewAll,
  saveAndPropose,
  submitResponse,
} from "../support/challenges";
import { answerMissionTest } from "../support/mission-test";
import { pageOf } from "../support/persona";
import { pathOf } from "../support/place";

test("a challenge passes its mission test, opens, and what comes in stays sealed", async ({ browser }) => {
  const client = await pageOf(browser, "buyer-municipality");
  const challenge = await proposed(client);

  const curator = await pageOf(browser, "curator");
  await curator.goto(challenge);
  await curator.getByRole("button", { name: "Missietoets goedkeuren" }).click();
  await expect(curator.getByText("gebruik ten minste 10 tekens")).toBeVisible();
  await acceptMissionTest(curator);

  // The client's open page shows it by itself.
  await client.getByRole("button", { name: "Openen voor inzendingen" }).click();
  await expect(client.getByText("Bedrijven kunnen inzenden tot")).toBeVisible();
  await expect(client.getByText("De beoordeling begint pas na de sluiting.")).toBeVisible();

  const company = await pageOf(browser, "company-a");
  const response = await draftResponse(company, challenge, "Een muur die spreekt");
  await submitResponse(company);

  for (const persona of ["buyer-municipality", "curator", "company-b", "reviewer-1", "admin"]) {
    const other = await pageOf(browser, persona);
    expect((await other.goto(response))!.status(), persona).toBe(404);
    await other.goto(challenge);
    expect(await other.content(), persona).not.toContain("Een muur die spreekt");
    await other.context().close();
  }
  await company.getByRole("button", { name: "Intrekken" }).click();
  await expect(company.getByText("Tot de sluiting kunt u het weer opnemen.")).toBeVisible();
});

test("two reviewers score apart, the client selects, and each respondent reads why", async ({ browser }) => {
  const client = await pageOf(browser, "buyer-ministry");
  await client.goto("/nl/challenges?phase=under-review");
  await client.locator("main tbody a[href*='/challenges/']").first().click();
  await client.waitForURL(/\/challenges\/[0-9a-f-]{36}$/);
  const challenge = pathOf(client);

  await client.goto(`${challenge}/select`);
  await expect(client.getByText("Nog niet alles is beoordeeld")).toBeVisible();
  for (const persona of ["reviewer-1", "reviewer-2"])
    await reviewAll(await pageOf(browser, persona), challenge);
  // The client's open page shows it by itself.
  await client.getByRole("checkbox", { name: "Deze inzending kiezen" }).first().check();
  await client.getByRole("button", { name: "Keuze vastleggen" }).click();
  await expect(client.locator("main form")).toContainText("geef een reden van ten minste 10 tekens");
  for (const reason of await client.locator("main form textarea").all())
    await reason.fill("Dit weegt op dit criterium het zwaarst.");
  await client.getByRole("button", { name: "Keuze vastleggen" }).click();
  await expect(client.getByText("De opdrachtgever heeft gekozen.")).toBeVisible();

  const visitor = await pageOf(browser, null);
  await visitor.goto(challenge);
  await visitor.getByRole("link", { name: "Naar het besluit" }).click();
  await expect(visitor.getByText("Dit weegt op dit criterium het zwaarst.").first()).toBeVisible();

  for (const persona of ["company-a", "company-b"]) {
    const company = await pageOf(browser, persona);
    await company.goto(challenge);
    const own = company.getByRole("link", { name: "Naar uw inzending" });
    if (!(await own.isVisible())) continue;
    await own.click();
    await expect(company.getByRole("heading", { name: "Terugkoppeling, per criterium" })).toBeVisible();
    await expect(company.getByText("Dit weegt op dit criterium het zwaarst.").first()).toBeVisible();
  }
});

/** A complete challenge from a need of the client itself, proposed; the path of its page. */
async function proposed(page: Page): Promise<string> {
  await page.goto("/nl/challenges/new");
  await page.getByLabel("Titel").fill("Vind een lek zonder te breken");
  await page.getByLabel("Beschrijving").fill("Oude muren mogen niet open. Wie vindt het lek toch?");
  const own = await page
    .getByLabel("Behoefte", { exact: true })
    .locator("option")
    .filter({ hasText: "Duinstad" });
  await page.getByLabel("Behoefte", { exact: true }).selectOption((await own.first().getAttribute("value"))!);
  await page.getByLabel("Missiethema").selectOption({ index: 1 });
  await page.getByLabel("Sector of cluster").selectOption({ index: 1 });
  await page.getByLabel("Vraag", { exact: true }).check();
  await page.getByLabel("Samenwerkende partijen").fill("Een school\nEen woningcorporatie");
  await answerMissionTest(page);
  await fillCriteria(page);
  const deadline = new Date(Date.now() + 3 * 86_400_000);
  await page.getByLabel("Sluiting").fill(`${deadline.toISOString().slice(0, 10)}T17:00`);
  return saveAndPropose(page);
}
