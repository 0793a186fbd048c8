import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { call } from "../support/call";
import { tabOnto, tabTo } from "../support/keyboard";
import { pageOf } from "../support/persona";
import { untilMovable } from "../support/timeline";

/** In English, as narrow as a phone; nothing here uses a pointer. */
async function narrow(browser: Browser, persona: string): Promise<Page> {
  const page = await pageOf(browser, persona, "en");
  await page.setViewportSize({ width: 360, height: 780 });
  return page;
}

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
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

test("a bar of the timeline is moved with the keyboard, in English on a narrow screen", async ({
  browser,
}) => {
  const buyer = await narrow(browser, "buyer-ministry");
  await post(buyer, "Kelpfarms behind the dunes");
  await buyer.goto("/en/roadmap?q=kelpfarms");
  await untilMovable(buyer);
  await expectSound(buyer);
  await tabTo(buyer, "button", "Move: Kelpfarms behind the dunes, Q1 2028, budgeted");
  await buyer.keyboard.press("ArrowRight");
  await buyer.keyboard.press("Enter");
  await expect(buyer.getByRole("dialog")).toContainText("From Q1 2028 to Q2 2028");
  await expectSound(buyer);
  await tabTo(buyer, "textbox", "Reason");
  await buyer.keyboard.type("The council decides a quarter later.");
  await tabTo(buyer, "button", "Move the period");
  await buyer.keyboard.press("Enter");
  await expect(buyer.getByRole("status").filter({ hasText: "is now in Q2 2028" })).toBeVisible();
});

test("a card of the board is moved with the keyboard, in English on a narrow screen", async ({ browser }) => {
  const buyer = await narrow(browser, "buyer-ministry");
  await post(buyer, "Oysterbanks in the harbour");
  await buyer.goto("/en/roadmap?q=oysterbanks&view=board");
  await expectSound(buyer);
  const menu = buyer.locator("summary").filter({ hasText: "Move to" });
  await tabOnto(menu, "the way to move a card");
  await buyer.keyboard.press("Enter");
  await buyer.keyboard.press("Tab");
  await buyer.keyboard.press("Enter");
  await expect(
    buyer.getByRole("status").filter({ hasText: "Oysterbanks in the harbour is now: announced" }),
  ).toBeVisible();
});

test("a file is checked and taken in with the keyboard, in English on a narrow screen", async ({
  browser,
}) => {
  const buyer = await narrow(browser, "buyer-ministry");
  await buyer.goto("/en/needs/import");
  await tabOnto(buyer.getByLabel("File with needs"), "the choice of a file");
  const chooser = buyer.waitForEvent("filechooser");
  await buyer.keyboard.press("Enter");
  const lines = [
    "title;window_start;window_end;certainty",
    "Measuring seals by drone;Q2 2028;Q4 2028;budgeted",
  ];
  await (await chooser).setFiles({
    name: "plans.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\r\n")),
  });
  await tabTo(buyer, "button", "Read the file");
  await buyer.keyboard.press("Enter");
  await expect(buyer.getByRole("heading", { name: "Where is what?" })).toBeVisible();
  await expectSound(buyer);
  await tabTo(buyer, "button", "Check rows");
  await buyer.keyboard.press("Enter");
  await expect(buyer.getByRole("button", { name: "Take in 1 need" })).toBeVisible();
  await expectSound(buyer);
  await tabTo(buyer, "button", "Take in 1 need");
  await buyer.keyboard.press("Enter");
  await expect(buyer.getByText("1 need taken in")).toBeVisible();
});

test("two write one narrative with the keyboard, in English on a narrow screen", async ({ browser }) => {
  const [one, other] = [await narrow(browser, "curator"), await narrow(browser, "curator")];
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
    await page.goto(`/en/programmes/${id}/narrative`);
    const text = page.getByRole("textbox", { name: "Text of the narrative" });
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

test("the palette leads to a need with the keyboard, in English on a narrow screen", async ({ browser }) => {
  const buyer = await narrow(browser, "buyer-ministry");
  await buyer.goto("/en/funding");
  const field = buyer.getByRole("combobox", { name: "Go to, make or search" });
  await expect(async () => {
    await buyer.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await buyer.keyboard.type("noodteam");
  await expect(buyer.getByRole("option", { name: /^Noodteam bij een digitale aanval/ })).toBeVisible();
  await expectSound(buyer);
  await buyer.keyboard.press("Enter");
  await buyer.waitForURL(/\/en\/needs\/[0-9a-f-]{36}$/);
});
