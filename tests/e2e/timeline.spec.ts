import { expect, test } from "@playwright/test";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";
import { bar, drag, untilMovable } from "../support/timeline";

const word = "zandsuppletie";
const roadmap = `/nl/roadmap?q=${word}`;
const REASON = "De raad beslist een kwartaal later.";

test("a bar is moved by pointer and by keyboard, with its reason; who looks on sees it, and it can be taken back", async ({
  browser,
}) => {
  const [buyer, onlooker] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, null)];
  const need = await postNeed(buyer, `Volgen van de ${word} bij de kust`);
  for (const page of [buyer, onlooker]) await page.goto(roadmap);
  await expect(bar(onlooker)).toHaveCount(0);
  const before = await onlooker
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: word })
    .textContent();

  await drag(buyer, 1);
  const dialog = buyer.getByRole("dialog");
  await expect(dialog.getByRole("combobox", { name: "Begin" })).not.toHaveValue("");
  await dialog.getByLabel("Reden").fill(REASON);
  await dialog.getByRole("button", { name: "Periode verschuiven" }).click();
  await expect(buyer.getByRole("status").filter({ hasText: "staat nu in" })).toBeVisible();
  const ofNeed = onlooker.getByRole("main").getByRole("listitem").filter({ hasText: word });
  await expect.poll(() => ofNeed.textContent()).not.toBe(before);

  await buyer.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(() => ofNeed.textContent()).toBe(before);

  await expect(bar(buyer)).toHaveAttribute("aria-label", new RegExp(word));
  await bar(buyer).focus();
  await buyer.keyboard.press("ArrowRight");
  await buyer.keyboard.press("ArrowRight");
  await buyer.keyboard.press("Shift+ArrowRight");
  await buyer.keyboard.press("Enter");
  await dialog.getByLabel("Reden").fill(REASON);
  await buyer.keyboard.press("Tab");
  await buyer.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);

  await buyer.goto(need);
  await expect(buyer.getByRole("main")).toContainText("De periode is 3 keer geschoven");
  await expect(buyer.getByRole("main")).toContainText(REASON);
});

test("a bar that is put back by Escape, or whose reason is not given, stays where it was", async ({
  browser,
}) => {
  const page = await pageOf(browser, "buyer-ministry");
  await page.goto(roadmap);
  const at = () => bar(page).evaluate((element) => getComputedStyle(element).gridColumnStart);
  const before = await at();
  await untilMovable(page);
  await bar(page).focus();
  await page.keyboard.press("ArrowRight");
  expect(await at()).not.toBe(before);
  await page.keyboard.press("Escape");
  expect(await at()).toBe(before);

  await drag(page, 1);
  await page.getByRole("dialog").getByRole("button", { name: "Periode verschuiven" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: /^Reden/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await at()).toBe(before);
});
