import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { call } from "../support/call";
import { pageOf } from "../support/persona";

const WORD = "kustpadverlichting";

test("with the keyboard alone the table is ordered, walked through, a certainty changed and taken back", async ({
  browser,
}) => {
  const buyer = await pageOf(browser, "buyer-ministry");
  const made = [
    { title: `Eerste ${WORD}`, valueMinCents: 100_000_00, certainty: "idea" },
    { title: `Tweede ${WORD}`, valueMinCents: 900_000_00, certainty: "budgeted" },
  ];
  for (const fields of made) {
    const period = { windowStart: "2028-01-01", windowEnd: "2028-03-31", valueMaxCents: 950_000_00 };
    const rest = { language: "nl", theme: "energie-duurzaamheid", visibility: "public" };
    const { id } = await call(buyer, "needs.create", { ...fields, ...period, ...rest });
    await call(buyer, "needs.publish", { id, version: 1 });
  }
  await buyer.goto(`/nl/roadmap?view=table&q=${WORD}`);
  const table = buyer.getByRole("grid");
  await expect(table.getByRole("row")).toHaveCount(4);
  expect((await new AxeBuilder({ page: buyer }).analyze()).violations).toEqual([]);

  await table.getByRole("link", { name: "Waarde" }).focus();
  await buyer.keyboard.press("Enter");
  await expect(table.getByRole("columnheader", { name: "Waarde" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(table.getByRole("rowheader").first()).toContainText("Tweede");
  await expect(buyer).toHaveURL(/sort=-value/);

  await table.getByRole("link", { name: "Zekerheid" }).focus();
  await buyer.keyboard.press("ArrowDown");
  await expect(table.getByRole("button", { name: "begroot (wijzigen)" })).toBeFocused();
  await buyer.keyboard.press("Enter");
  const dialog = buyer.getByRole("dialog");
  await dialog.getByRole("radio", { name: "begroot" }).focus();
  await buyer.keyboard.press("ArrowUp");
  await dialog.getByRole("button", { name: "Zekerheid bewaren" }).press("Enter");
  await expect(table.getByRole("button", { name: "aangekondigd (wijzigen)" })).toBeVisible();
  await buyer.getByRole("status").getByRole("button", { name: "Ongedaan maken" }).press("Enter");
  await expect(table.getByRole("button", { name: "begroot (wijzigen)" })).toBeVisible();
});

test("a visitor chooses columns, and the address holds them", async ({ page }) => {
  await page.goto("/nl/roadmap?view=table");
  await page.locator("summary", { hasText: "Kolommen" }).click();
  await page.getByRole("checkbox", { name: "Plaats" }).check();
  await page.getByRole("checkbox", { name: "Inkoper" }).uncheck();
  await page.getByRole("button", { name: "Kolommen tonen" }).click();
  await expect(page.getByRole("columnheader", { name: "Plaats" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Inkoper" })).toHaveCount(0);
  await expect(page).toHaveURL(/columns=/);
});
