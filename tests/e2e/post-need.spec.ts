import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { badge } from "../support/badge";
import { pageOf } from "../support/persona";
import { arriveAt } from "../support/place";

/** Seconds of the keystroke-level model (Card, Moran and Newell 1980): a key, a press with pointing, a thought before each step. */
const SECONDS = { key: 0.28, press: 1.2, think: 1.35 };
const THREE_MINUTES = 180;

test("a buyer posts a need in six answers, within three minutes' worth of steps", async ({ browser }) => {
  const page = await pageOf(browser, "buyer-ministry");
  const spent = { key: 0, press: 0, think: 0 };
  const step = async (what: "press" | number, act: () => Promise<unknown>) => {
    spent.think += 1;
    if (what === "press") spent.press += 1;
    else [spent.press, spent.key] = [spent.press + 1, spent.key + what];
    await act();
  };
  const fill = (label: string, text: string) =>
    step(text.length, () => page.getByLabel(label, { exact: true }).fill(text));
  /** Opening the list and choosing in it. */
  const choose = (label: string, index: number) =>
    step("press", () => page.getByLabel(label, { exact: true }).selectOption({ index })).then(() => {
      spent.press += 1;
    });
  await page.goto("/nl/needs/new");

  await fill("Titel", "Schoonmaak van kantoren aan de kust");
  await choose("Begin", 3);
  await choose("Einde", 5);
  await fill("Laagste waarde", "1,2 mln");
  await fill("Hoogste waarde", "1,5 mln");
  await step("press", () => page.getByLabel("begroot", { exact: true }).check());
  // What it is about is suggested by the title: a code instead of a theme, with the words that say why.
  const suggested = page.getByRole("listitem").filter({ hasText: "90919200 Schoonmaken van kantoren" });
  await expect(suggested).toContainText("Omdat u schrijft: schoonmaak, kantoren");
  await step("press", () => suggested.getByRole("button", { name: /^Overnemen/ }).click());
  await expect(page.getByRole("combobox", { name: "CPV-code" })).toHaveValue(
    "90919200 Schoonmaken van kantoren",
  );
  await step("press", () => page.getByLabel("Wie is aangemeld", { exact: true }).check());
  await step("press", () => page.getByRole("button", { name: "Concept bewaren" }).click());
  await arriveAt(page, "needs");
  await step("press", () => page.getByRole("button", { name: "Publiceren" }).click());
  await expect(badge(page, "gepubliceerd")).toBeVisible();
  await expect(page.getByText("90919200 Schoonmaken van kantoren")).toBeVisible();

  const seconds = spent.key * SECONDS.key + spent.press * SECONDS.press + spent.think * SECONDS.think;
  expect(seconds).toBeLessThan(THREE_MINUTES);
  expect(spent.think).toBeLessThanOrEqual(11);
});

test("with the keyboard a code is found by a word, walked to and chosen; what no list holds is said", async ({
  browser,
}) => {
  const page = await pageOf(browser, "buyer-municipality", "en");
  await page.goto("/en/needs/new");
  const field = page.getByRole("combobox", { name: "CPV code" });
  await expect(field).toBeEnabled();
  await field.focus();
  await page.keyboard.type("bridge");
  const options = page.getByRole("listbox").getByRole("option");
  await expect(options.first()).toContainText("44212100 Bridge");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  // The arrow opens the list again where the field was left.
  await field.blur();
  await expect(options).toHaveCount(0);
  await field.focus();
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("44212100 Bridge");
  await expect(options).toHaveCount(0);

  await field.fill("qwxzv qqzzx");
  await expect(page.getByText("No code found. Try another word.").first()).toBeVisible();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("link", { name: /CPV code: choose a code from the list/ })).toBeVisible();
  await expect(field).toHaveValue("qwxzv qqzzx");
});
