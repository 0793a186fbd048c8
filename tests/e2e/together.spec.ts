import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import {
  addParagraph,
  expectSign,
  openNarrative,
  paragraphsOf,
  textOf,
  untilKept,
} from "../support/narratives";
import { postNeed } from "../support/needs";
import { pageOf } from "../support/persona";
import { bar, drag } from "../support/timeline";

const PROGRAMME = "Noordzee in beeld 2027–2030";

test("two people write one narrative at once, see each other's caret, and lose nothing when one is offline", async ({
  browser,
}) => {
  const [curator, buyer] = [await pageOf(browser, "curator"), await pageOf(browser, "buyer-ministry")];
  await Promise.all([curator, buyer].map((page) => openNarrative(page, PROGRAMME)));
  await addParagraph(curator, "De zee raakt vol.");
  await expect(textOf(buyer)).toContainText("De zee raakt vol.");
  await addParagraph(buyer, "Wij meten hetzelfde water.");
  await expect(textOf(curator)).toContainText("Wij meten hetzelfde water.");

  // Each sees the other's caret under the other's name.
  const caretOn = (page: typeof curator) => page.locator(".co-caret-name");
  await expect(caretOn(curator)).toHaveCount(1);
  await expect(caretOn(curator)).not.toBeEmpty();
  await textOf(curator).press("ArrowUp");
  await expect(caretOn(buyer)).toHaveCount(1);
  expect((await new AxeBuilder({ page: curator }).analyze()).violations).toEqual([]);

  await buyer.context().setOffline(true);
  await addParagraph(buyer, "Zonder verbinding geschreven.");
  await expectSign(buyer, "offline");
  await addParagraph(curator, "Intussen op kantoor.");
  await expectSign(curator, "saved");
  await buyer.context().setOffline(false);

  for (const page of [curator, buyer]) {
    await expectSign(page, "saved");
    await expect(textOf(page)).toContainText("Zonder verbinding geschreven.");
    await expect(textOf(page)).toContainText("Intussen op kantoor.");
  }
  expect(await paragraphsOf(curator)).toEqual(await paragraphsOf(buyer));

  const visitor = await pageOf(browser, null);
  await visitor.goto(curator.url());
  for (const words of await paragraphsOf(curator)) await expect(visitor.getByText(words)).toBeVisible();
  await expect(textOf(visitor)).toHaveCount(0);
  for (const page of [curator, buyer, visitor]) await page.context().close();
});

test("what was written without network and closed is there, and sent, when its writer comes back", async ({
  browser,
}) => {
  const [curator, buyer] = [await pageOf(browser, "curator"), await pageOf(browser, "buyer-ministry")];
  await openNarrative(buyer, PROGRAMME);
  const address = buyer.url();
  await buyer.context().setOffline(true);
  await addParagraph(buyer, "Voor het sluiten geschreven.");
  await expectSign(buyer, "offline");
  await untilKept(buyer);
  await buyer.close();
  await buyer.context().setOffline(false);
  const again = await buyer.context().newPage();
  await again.goto(address);
  await expect(textOf(again)).toContainText("Voor het sluiten geschreven.");
  await expectSign(again, "saved");
  await curator.goto(address);
  await expect(textOf(curator)).toContainText("Voor het sluiten geschreven.");
  for (const page of [curator, again]) await page.context().close();
});

test("a bar that one moves is moved on the other's screen, which nobody loads anew", async ({ browser }) => {
  const [curator, buyer] = [await pageOf(browser, "curator"), await pageOf(browser, "buyer-ministry")];
  await postNeed(buyer, "Samen kijken naar de golfoploop");
  for (const page of [curator, buyer]) await page.goto("/nl/roadmap?q=golfoploop");
  const seen = curator.locator(".bars li", { hasText: "golfoploop" });
  const before = await seen.textContent();

  await drag(buyer, 1);
  const dialog = buyer.getByRole("dialog");
  await dialog.getByLabel("Reden").fill("De raad beslist later.");
  await dialog.getByRole("button", { name: "Periode verschuiven" }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => seen.textContent()).not.toBe(before);
  await expect(bar(buyer)).toBeVisible();
  for (const page of [curator, buyer]) await page.context().close();
});
