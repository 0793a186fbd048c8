import { type Browser, expect, type Page, test } from "@playwright/test";
import { toLocalInput } from "@/components/ui/local-time";
import { badge } from "../support/badge";
import {
  acceptMissionTest,
  draftResponse,
  fillCriteria,
  reviewAll,
  saveAndPropose,
  submitResponse,
} from "../support/challenges";
import { advise, completeAndSubmit, draftApplication, publishDecision, sign } from "../support/funding";
import { answerMissionTest } from "../support/mission-test";
import { postNeed, saveAndPublish } from "../support/needs";
import { pageOf } from "../support/persona";
import { arriveAt, followRibbon, ribbonStep } from "../support/place";

const CELL = "/nl/ecosystem/zorg/leadership";
const REVIEWERS = ["reviewer-1", "reviewer-2"];
const CHOSEN = "Een jaar meelopen met leiders";
const OTHER = "Een cursus van drie dagen";

test("the whole chain, from a weak element to an approved euro and back to that element", async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const began = Date.now();
  const visitor = await pageOf(browser, null);
  await openWeakCell(visitor);

  const curator = await pageOf(browser, "curator");
  await planIntervention(curator);
  const programme = await makeProgramme(curator);

  const ministry = await pageOf(browser, "buyer-ministry");
  const municipality = await pageOf(browser, "buyer-municipality");
  const need = await postNeed(ministry, "Een agenda voor zorg in de wijk");
  await postNeed(municipality, "Leiders opleiden in de wijkzorg");
  // The curator's open page lists by itself what was published, the buyers' pages what was asked.
  for (const title of ["Een agenda voor zorg in de wijk", "Leiders opleiden in de wijkzorg"])
    await proposeNeed(curator, title);
  for (const buyer of [ministry, municipality]) {
    await buyer.getByRole("button", { name: "Instemmen" }).click();
    await expect(badge(buyer, "inkoper stemt in")).toBeVisible();
  }
  await expect(badge(curator, "inkoper stemt in")).toHaveCount(2);

  const challenge = await proposeChallenge(curator, need, programme, Date.now() - began);
  const second = await pageOf(browser, "curator-2");
  await second.goto(challenge);
  await acceptMissionTest(second);
  await ministry.goto(challenge);
  await ministry.getByRole("button", { name: "Openen voor inzendingen" }).click();
  await expect(ministry.getByText("Bedrijven kunnen inzenden tot")).toBeVisible();

  const [companyA, companyB] = [await pageOf(browser, "company-a"), await pageOf(browser, "company-b")];
  await draftResponse(companyA, challenge, CHOSEN);
  await submitResponse(companyA);
  await draftResponse(companyB, challenge, OTHER);
  await submitResponse(companyB);

  const reviewers = await askReviewers(browser, ministry, challenge);
  await closesByItself(ministry, companyA);
  await ministry.getByRole("button", { name: "Beoordeling beginnen" }).click();
  await expect(ministry.getByText("Beoordelaars geven eerst los van elkaar hun scores.")).toBeVisible();
  for (const reviewer of reviewers) await reviewAll(reviewer, challenge);
  await select(ministry);
  await expect(companyA.getByText("Dit past bij wat de wijk vraagt.").first()).toBeVisible();
  await expect(companyB.getByText("Drie dagen zijn te kort voor dit doel.").first()).toBeVisible();
  await expect(companyB.getByText("Dit past bij wat de wijk vraagt.")).toHaveCount(0);

  await companyA.getByRole("link", { name: "Geld aanvragen" }).click();
  const application = await draftApplication(companyA);
  await completeAndSubmit(companyA);
  await expect(ribbonStep(companyA, "Besluit over geld").getByRole("link")).toHaveCount(0);
  const officer = await pageOf(browser, "funding-officer");
  await officer.goto(application);
  await advise(officer);
  const [first, last] = [await pageOf(browser, "approver-1"), await pageOf(browser, "approver-2")];
  await sign(first, application, "Twee inkopers vragen hierom.");
  await expect(first.getByText("U hebt deze versie al ondertekend.")).toBeVisible();
  await sign(last, application, "Het versterkt een zwak element.");
  await expect(badge(last, "Toegekend")).toBeVisible();
  const decision = await publishDecision(officer, application);

  await visitor.goto("/nl/decisions?kind=award");
  await visitor.locator(`main a[href='${decision}']`).click();
  expect(await arriveAt(visitor, "decisions")).toBe(decision);
  await expect(visitor.getByText("Het versterkt een zwak element.")).toBeVisible();
  await followRibbon(visitor, "Selectie");
  expect(await followRibbon(visitor, "Challenge")).toBe(challenge);
  expect(await followRibbon(visitor, "Behoefte")).toBe(need);
  expect(await followRibbon(visitor, "Programma")).toBe(programme);
  await followRibbon(visitor, "Interventie");
  expect(await followRibbon(visitor, "Element")).toBe(CELL);
  expect(await followRibbon(visitor, "Besluit over geld")).toBe(decision);
  // From the decision on money itself the element is one step away.
  expect(await followRibbon(visitor, "Element")).toBe(CELL);
});

async function openWeakCell(page: Page): Promise<void> {
  await page.goto("/nl/ecosystem");
  const cell = page.locator(`main table a[href='${CELL}']`);
  await expect(cell).toContainText("zwak");
  await expect(cell).toContainText("niemand werkt hieraan");
  await cell.click();
  await page.waitForURL(`**${CELL}`);
  await expect(page.getByText("Zwak: dit houdt het ecosysteem tegen, en niemand werkt eraan.")).toBeVisible();
}

async function planIntervention(page: Page): Promise<void> {
  await page.goto(CELL);
  await page.getByRole("link", { name: "Interventie plannen" }).first().click();
  await page.getByLabel("Instrument uit de catalogus").selectOption({ index: 1 });
  await page.getByLabel("Naam van de interventie").fill("Leiders voor de wijkzorg");
  await page.getByLabel("Wat gaat er gebeuren?").fill("Zorgpartijen kiezen samen wie trekt.");
  await page.getByLabel("Budget").fill("125.000");
  await page.getByLabel("Begint op").fill("2027-01-01");
  await page.getByLabel("Eindigt op").fill("2028-12-31");
  await page.getByLabel("Waarde nu").fill("3");
  await page.getByLabel("Waarde die u wilt bereiken").fill("8");
  await page.getByLabel("Wanneer meet u dat?").fill("2028-12-01");
  await page.getByRole("button", { name: "Interventie plannen" }).click();
  await arriveAt(page, "interventions");
}

/** From the open circle of the intervention's ribbon; the path of the published programme. */
async function makeProgramme(page: Page): Promise<string> {
  await ribbonStep(page, "Programma").getByRole("link", { name: "Programma maken" }).click();
  await page.getByLabel("Titel").fill("Leiders in de zorg 2027–2030");
  await page.getByLabel("Beschrijving").fill("Wie hetzelfde zoekt, vraagt het samen.");
  await page.getByLabel("Missiethema").selectOption({ label: "Gezondheid en zorg" });
  return saveAndPublish(page, "programmes");
}

async function proposeNeed(page: Page, title: string): Promise<void> {
  const choice = page.getByLabel("Behoefte die erbij past");
  const option = choice.locator("option").filter({ hasText: title });
  await choice.selectOption((await option.getAttribute("value"))!);
  await page.getByRole("button", { name: "Behoefte voorstellen" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: title }).first()).toContainText(
    "wacht op de inkoper",
  );
}

/** From the open circle of the programme's ribbon. It closes soon, but not before two companies can have responded. */
async function proposeChallenge(page: Page, need: string, programme: string, pace: number): Promise<string> {
  await ribbonStep(page, "Challenge").getByRole("link", { name: "Challenge voorstellen" }).click();
  await page.getByLabel("Titel").fill("Wie leidt de zorg in de wijk?");
  await page.getByLabel("Beschrijving").fill("Wij zoeken een manier om leiders op te leiden en te houden.");
  await expect(page.getByLabel("Programma", { exact: true })).toHaveValue(idIn(programme));
  await page.getByLabel("Behoefte", { exact: true }).selectOption(idIn(need));
  await expect(page.getByLabel("Sector of cluster")).toHaveValue("zorg");
  await expect(page.getByLabel("Leiderschap", { exact: true })).toBeChecked();
  await page.getByLabel("Samenwerkende partijen").fill("Een school\nEen zorgaanbieder");
  await answerMissionTest(page);
  await fillCriteria(page);
  await page.getByLabel("Sluiting").fill(toLocalInput(wholeMinuteAfter(Math.max(60_000, pace))));
  return saveAndPropose(page);
}

/** The client asks two people, who each declare that they have no interest; their desks. */
async function askReviewers(browser: Browser, client: Page, challenge: string): Promise<Page[]> {
  const desks: Page[] = [];
  for (const [nth, persona] of REVIEWERS.entries()) {
    const choice = client.getByLabel("Wie vraagt u?");
    const option = choice.locator("option").filter({ hasText: `Beoordelaar ${nth + 1}` });
    await choice.selectOption((await option.getAttribute("value"))!);
    await client.getByRole("button", { name: "Beoordelaar vragen" }).click();
    await expect(client.getByText("nog niet verklaard")).toBeVisible();
    const desk = await pageOf(browser, persona);
    await desk.goto(`${challenge}/reviews`);
    await desk.getByRole("radio", { name: "Nee, ik heb geen belang" }).check();
    await desk.getByRole("button", { name: "Belang verklaren" }).click();
    await expect(desk.getByText("De beoordeling is nog niet begonnen")).toBeVisible();
    await expect(client.getByText("geen belang", { exact: true })).toHaveCount(nth + 1);
    desks.push(desk);
  }
  return desks;
}

/** When the database's clock passes the deadline, the open pages of client and respondent say so by themselves. */
async function closesByItself(client: Page, respondent: Page): Promise<void> {
  await expect(client.getByText("Bedrijven kunnen inzenden tot")).toBeVisible();
  await expect(client.getByText("De beoordeling begint pas na de sluiting.")).toBeVisible();
  await expect(respondent.getByRole("button", { name: "Intrekken" })).toBeVisible();
  await expect(client.getByText("Gesloten sinds")).toBeVisible({ timeout: 240_000 });
  await expect(client.getByText("Er kwamen 2 inzendingen binnen.")).toBeVisible();
  await expect(respondent.getByText("De beoordeling moet nog beginnen.")).toBeVisible();
}

async function select(client: Page): Promise<void> {
  await client.getByRole("link", { name: "Naar de selectie" }).click();
  await client.waitForURL("**/select");
  for (const [title, reason] of [
    [CHOSEN, "Dit past bij wat de wijk vraagt."],
    [OTHER, "Drie dagen zijn te kort voor dit doel."],
  ] as const) {
    const heading = client.getByRole("heading", { name: title });
    const verdict = client.locator("main form section").filter({ has: heading });
    for (const field of await verdict.locator("textarea").all()) await field.fill(reason);
    if (title === CHOSEN) await verdict.getByRole("checkbox", { name: "Deze inzending kiezen" }).check();
  }
  await client.getByRole("button", { name: "Keuze vastleggen" }).click();
  await expect(client.getByText("De opdrachtgever heeft gekozen.")).toBeVisible();
}

const idIn = (path: string) => path.split("/").at(-1)!;

const wholeMinuteAfter = (ms: number) => new Date(Math.ceil((Date.now() + ms) / 60_000) * 60_000);
