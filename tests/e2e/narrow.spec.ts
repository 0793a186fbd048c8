import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type FileChooser, type Page, test } from "@playwright/test";
import { call } from "../support/call";
import { tabOnto, tabTo } from "../support/keyboard";
import { pageOf } from "../support/persona";
import { untilMovable } from "../support/timeline";

type Locale = "nl" | "en";
const WORDS = {
  nl: {
    kelp: "Kelpakkers",
    oysters: "Oesterbanken",
    bar: (need: string) => `Verschuiven: ${need}, 1e kwartaal 2028, begroot`,
    fromTo: "Van 1e kwartaal 2028 naar 2e kwartaal 2028",
    reason: "Reden",
    move: "Periode verschuiven",
    moved: "staat nu in 2e kwartaal 2028",
    moveTo: "Verplaatsen naar",
    announced: "is nu: aangekondigd",
    file: "Bestand met behoeften",
    read: "Bestand inlezen",
    columns: "Waar staat wat?",
    check: "Rijen nakijken",
    takeIn: "1 behoefte opnemen",
    takenIn: "1 behoefte opgenomen",
    narrative: "Tekst van het verhaal",
    palette: "Ga naar, maak of zoek",
  },
  en: {
    kelp: "Kelpfarms",
    oysters: "Oysterbanks",
    bar: (need: string) => `Move: ${need}, Q1 2028, budgeted`,
    fromTo: "From Q1 2028 to Q2 2028",
    reason: "Reason",
    move: "Move the period",
    moved: "is now in Q2 2028",
    moveTo: "Move to",
    announced: "is now: announced",
    file: "File with needs",
    read: "Read the file",
    columns: "Where is what?",
    check: "Check rows",
    takeIn: "Take in 1 need",
    takenIn: "1 need taken in",
    narrative: "Text of the narrative",
    palette: "Go to, make or search",
  },
};

/** As narrow as a phone; nothing here uses a pointer. */
async function narrow(browser: Browser, persona: string, locale: Locale): Promise<Page> {
  const page = await pageOf(browser, persona, locale);
  await page.setViewportSize({ width: 360, height: 780 });
  return page;
}

async function expectSound(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  // The title was asked for before: a page that is read anew is without one for a moment.
  const axe = new AxeBuilder({ page }).setLegacyMode().disableRules("document-title");
  const { violations } = await axe.analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, "pixels wider than the screen").toBeLessThanOrEqual(0);
}

async function post(buyer: Page, title: string): Promise<void> {
  const need = await call(buyer, "needs.create", {
    title,
    language: "en",
    certainty: "budgeted",
    windowStart: "2028-01-01",
    windowEnd: "2028-03-31",
    valueMinCents: 100_000_00,
    valueMaxCents: 200_000_00,
    theme: "energie-duurzaamheid",
    visibility: "public",
  });
  await call(buyer, "needs.publish", need);
}

for (const locale of ["nl", "en"] as const) {
  const words = WORDS[locale];

  test(`a bar of the timeline is moved with the keyboard, ${locale}, on a narrow screen`, async ({
    browser,
  }) => {
    const buyer = await narrow(browser, "buyer-ministry", locale);
    await post(buyer, `${words.kelp} behind the dunes`);
    await buyer.goto(`/${locale}/roadmap?q=${words.kelp}`);
    await untilMovable(buyer);
    await expectSound(buyer);
    await tabTo(buyer, "button", words.bar(`${words.kelp} behind the dunes`));
    await buyer.keyboard.press("ArrowRight");
    await buyer.keyboard.press("Enter");
    await expect(buyer.getByRole("dialog")).toContainText(words.fromTo);
    await expectSound(buyer);
    await tabTo(buyer, "textbox", words.reason);
    await buyer.keyboard.type("The council decides a quarter later.");
    await tabTo(buyer, "button", words.move);
    await buyer.keyboard.press("Enter");
    await expect(buyer.getByRole("status").filter({ hasText: words.moved })).toBeVisible();
  });

  test(`a card of the board is moved with the keyboard, ${locale}, on a narrow screen`, async ({
    browser,
  }) => {
    const buyer = await narrow(browser, "buyer-ministry", locale);
    await post(buyer, `${words.oysters} in the harbour`);
    await buyer.goto(`/${locale}/roadmap?q=${words.oysters}&view=board`);
    await expectSound(buyer);
    const menu = buyer.locator("summary").filter({ hasText: words.moveTo });
    await tabOnto(menu, "the way to move a card");
    await buyer.keyboard.press("Enter");
    await buyer.keyboard.press("Tab");
    await buyer.keyboard.press("Enter");
    await expect(
      buyer.getByRole("status").filter({ hasText: `${words.oysters} in the harbour ${words.announced}` }),
    ).toBeVisible();
  });

  test(`a file is checked and taken in with the keyboard, ${locale}, on a narrow screen`, async ({
    browser,
  }) => {
    const buyer = await narrow(browser, "buyer-ministry", locale);
    await buyer.goto(`/${locale}/needs/import`);
    await tabOnto(buyer.getByLabel(words.file), "the choice of a file");
    let chooser: FileChooser | undefined;
    // The browser is told to hand the choice over only while it is waited for.
    await expect(async () => {
      const asked = buyer.waitForEvent("filechooser", { timeout: 2_000 });
      await buyer.keyboard.press("Enter");
      chooser = await asked;
    }).toPass();
    const lines = [
      "title;window_start;window_end;certainty",
      "Measuring seals by drone;Q2 2028;Q4 2028;budgeted",
    ];
    await chooser!.setFiles({
      name: "plans.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(lines.join("\r\n")),
    });
    await tabTo(buyer, "button", words.read);
    await buyer.keyboard.press("Enter");
    await expect(buyer.getByRole("heading", { name: words.columns })).toBeVisible();
    await expectSound(buyer);
    await tabTo(buyer, "button", words.check);
    await buyer.keyboard.press("Enter");
    await expect(buyer.getByRole("button", { name: words.takeIn })).toBeVisible();
    await expectSound(buyer);
    await tabTo(buyer, "button", words.takeIn);
    await buyer.keyboard.press("Enter");
    await expect(buyer.getByText(words.takenIn)).toBeVisible();
  });

  test(`two write one narrative with the keyboard, ${locale}, on a narrow screen`, async ({ browser }) => {
    const [one, other] = [await narrow(browser, "curator", locale), await narrow(browser, "curator", locale)];
    const { id } = await call(one, "programmes.create", {
      title: "Seals and kelp",
      description: "We watch the coast together.",
      language: "en",
      theme: "energie-duurzaamheid",
      ecosystems: ["energievernieuwing"],
      elements: ["demand"],
    });
    const texts = [];
    for (const page of [one, other]) {
      await page.goto(`/${locale}/programmes/${id}/narrative`);
      const text = page.getByRole("textbox", { name: words.narrative });
      await expect(text).toBeEditable();
      texts.push(text);
    }
    await expectSound(one);
    await tabOnto(texts[0]!, "the text");
    await one.keyboard.type("## Why together");
    await one.keyboard.press("Enter");
    await one.keyboard.type("Seals do not know borders.");
    await expect(texts[1]!).toContainText("Seals do not know borders.");
    await tabOnto(texts[1]!, "the text");
    await other.keyboard.press("Control+End");
    await other.keyboard.type(" Nor does kelp.");
    await expect(texts[0]!).toContainText("Seals do not know borders. Nor does kelp.");
    await expect(texts[0]!.getByRole("heading", { name: "Why together" })).toBeVisible();
    await expectSound(other);
  });

  test(`the palette leads to a need with the keyboard, ${locale}, on a narrow screen`, async ({
    browser,
  }) => {
    const buyer = await narrow(browser, "buyer-ministry", locale);
    await buyer.goto(`/${locale}/funding`);
    const field = buyer.getByRole("combobox", { name: words.palette });
    await expect(async () => {
      await buyer.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await buyer.keyboard.type("noodteam");
    await expect(buyer.getByRole("option", { name: /^Noodteam bij een digitale aanval/ })).toBeVisible();
    await expectSound(buyer);
    await buyer.keyboard.press("Enter");
    await buyer.waitForURL(/\/(nl|en)\/needs\/[0-9a-f-]{36}$/);
  });
}
