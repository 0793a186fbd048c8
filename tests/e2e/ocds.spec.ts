import { buffer } from "node:stream/consumers";
import { expect, type Page, test } from "@playwright/test";
import { badge } from "../support/badge";
import { postNeed } from "../support/needs";
import { problemsOfPackage } from "../support/ocds";
import { pageOf } from "../support/persona";

const word = "getijdenpoort";

test("what is exported as OCDS is valid, and imports again without a difference", async ({ browser }) => {
  const [buyer, visitor] = [await pageOf(browser, "buyer-ministry"), await pageOf(browser, null)];
  await postNeed(buyer, `Bouw van een ${word}`);
  await postNeed(buyer, `Onderhoud aan een ${word}; met "proef" & meting`);

  await visitor.goto(`/nl/roadmap?q=${word}`);
  await visitor.getByText("Exporteren", { exact: true }).click();
  const download = visitor.waitForEvent("download");
  await visitor.getByRole("link", { name: /^OCDS/ }).click();
  const file = await buffer(await (await download).createReadStream());
  const exported = JSON.parse(file.toString());
  expect(problemsOfPackage(exported)).toEqual([]);
  expect(exported.releases).toHaveLength(2);

  await buyer.goto("/nl/needs/import");
  await buyer.getByLabel("Bestand met behoeften").setInputFiles({
    name: "planning.json",
    mimeType: "application/json",
    buffer: file,
  });
  await buyer.getByRole("button", { name: "Bestand inlezen" }).click();
  await buyer.getByRole("button", { name: "Rijen nakijken" }).click();
  await expect(badge(buyer, "nagekeken")).toBeVisible();
  for (const [what, count] of [
    ["Ongewijzigd", "2"],
    ["Nieuw", "0"],
    ["Gewijzigd", "0"],
    ["Niet goed", "0"],
  ])
    await expect.poll(() => found(buyer, what!), `${what} in the file that was exported`).toBe(count);
});

/** The figure beside a word of the result. */
const found = async (page: Page, what: string) =>
  (
    await page
      .locator("dt", { hasText: new RegExp(`^${what}$`) })
      .locator("xpath=following-sibling::dd[1]")
      .textContent()
  )?.trim();
