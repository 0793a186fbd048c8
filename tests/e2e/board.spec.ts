import { expect, type Page, test } from "@playwright/test";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";

const word = "strandpaviljoen";
const column = (page: Page, title: string) =>
  page
    .getByRole("list", { name: "Bord van behoeften" })
    .locator(":scope > li")
    .filter({ has: page.getByRole("heading", { name: title }) });

test("a card is moved to another certainty by pointer and by keyboard, taken back, and who looks on sees it", async ({
  browser,
}) => {
  const [buyer, onlooker] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, null)];
  await postNeed(buyer, `Stroom voor een ${word}`);
  for (const page of [buyer, onlooker]) await page.goto(`/nl/roadmap?q=${word}&view=board`);
  const card = buyer
    .getByRole("listitem")
    .filter({ hasText: `Stroom voor een ${word}` })
    .last();
  await expect(column(buyer, "begroot")).toContainText(word);
  await expect(onlooker.getByText("Verplaatsen naar")).toHaveCount(0);

  await card.dragTo(column(buyer, "aangekondigd"), { sourcePosition: { x: 20, y: 12 } });
  await expect(column(buyer, "aangekondigd")).toContainText(word);
  await expect(column(onlooker, "aangekondigd")).toContainText(word);

  await buyer.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(column(onlooker, "begroot")).toContainText(word);

  await expect(column(buyer, "begroot")).toContainText(word);
  await card.locator("summary").focus();
  await buyer.keyboard.press("Enter");
  await buyer.keyboard.press("Tab");
  await buyer.keyboard.press("Enter");
  await expect(column(buyer, "aangekondigd")).toContainText(word);
});
