import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, test } from "@playwright/test";
import { call } from "../support/call";
import { tabTo } from "../support/keyboard";
import { pageOf } from "../support/persona";

const SKILL = "warmtepompmonteur";

test("an educator finds a gap in its lens, pledges through the lens' form, and the gap closes", async ({
  browser,
}) => {
  const programme = await programmeAsking(browser, SKILL);
  const page = await pageOf(browser, "educator");
  await page.goto("/nl/roadmap");
  // The lens of one's own kind of organisation comes first.
  const switches = page.getByRole("navigation", { name: "Bekijk als" }).getByRole("link");
  await expect(switches.nth(1)).toHaveText("onderwijs");
  await switches.nth(1).click();
  await page.waitForURL("**/roadmap/lenses/educator");
  await page.getByLabel("Zoek in behoeften").fill("wijkwarmte");
  await page.getByRole("button", { name: "Zoeken", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Voor 1 van 1 gevraagde vaardigheid is er nog niet overal een opleiding",
  );
  const row = page.getByRole("row", { name: SKILL });
  await expect(row).toContainText("gat: 1");

  await tabTo(page, "link", `gat: 1 Opleiding toezeggen voor ${SKILL} (mbo) in 2028`);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Vaardigheden die u opleidt")).toHaveValue(`${SKILL} (mbo)`);
  await expect(page.getByLabel("Eerste jaar")).toHaveValue("2028");
  await expect(page.getByLabel("Programma", { exact: true })).toHaveValue(programme.id);
  await page.getByLabel("Plaatsen per jaar").fill("24");
  await page.getByRole("button", { name: "Toezeggen", exact: true }).click();

  await expect(page.getByText("Uw toezegging staat bij het programma")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Voor de gevraagde vaardigheid is een opleiding toegezegd",
  );
  await expect(row).toContainText("24 plaatsen");
  await expect(row).not.toContainText("gat");

  await page.getByRole("link", { name: "Programma bekijken" }).click();
  await page.waitForURL(`**/programmes/${programme.id}**`);
  await expect(page.getByText("Voor elke gevraagde vaardigheid is er een opleiding")).toBeVisible();
  await expect(page.getByRole("row", { name: SKILL })).toContainText("24 plaatsen");
  await expect(page.getByText(`Leidt op: ${SKILL} (mbo)`)).toBeVisible();
});

test("each lens shows a visitor its finding, on a narrow screen too, and who can pledge", async ({
  browser,
}) => {
  const seen = { nl: ["company", "educator"], en: ["researcher", "financier"] } as const;
  for (const locale of ["nl", "en"] as const) {
    const page = await pageOf(browser, null, locale);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const lens of seen[locale]) {
      await page.goto(`/${locale}/roadmap/lenses/${lens}`);
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      await expect(page.locator("#pledge").getByRole("link")).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await page.context().close();
  }
});

test("a lens with nothing in it says so, and one that does not exist is not found", async ({ browser }) => {
  const page = await pageOf(browser, null);
  await page.goto("/nl/roadmap/lenses/financier?q=bestaatnergens");
  await expect(page.getByText("Niets te zien door deze bril")).toBeVisible();
  expect((await page.goto("/nl/roadmap/lenses/astronomer"))!.status()).toBe(404);
});

/** A published programme with one need, agreed to by its buyer, that asks for this skill in 2028. */
async function programmeAsking(browser: Browser, skill: string) {
  const [buyer, curator] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, "curator")];
  const open = await (await buyer.request.get("/api/v1/needs?pageSize=100")).json();
  const { theme } = open.items.find((need: { theme: string | null }) => need.theme !== null);
  const ecosystem = open.items.find((need: { ecosystems: string[] }) => need.ecosystems.length > 0)
    .ecosystems[0];
  const need = await call(buyer, "needs.create", {
    title: "Wijkwarmte voor duizend woningen",
    language: "nl",
    windowStart: "2028-01-01",
    windowEnd: "2028-12-31",
    valueMinCents: 1_000_000,
    valueMaxCents: 2_000_000,
    certainty: "budgeted",
    theme,
    skills: [`${skill} (mbo)`],
    visibility: "public",
  });
  await call(buyer, "needs.publish", need);
  const programme = await call(curator, "programmes.create", {
    title: "Warmte in de wijk",
    description: "Samen vragen gemeenten monteurs.",
    language: "nl",
    theme,
    ecosystems: [ecosystem],
    elements: ["talent"],
  });
  await call(curator, "programmes.publish", programme);
  const link = { programmeId: programme.id, needId: need.id };
  const { version } = await call(curator, "programmes.proposeNeed", link);
  await call(buyer, "programmes.consent", { ...link, version });
  return programme;
}
