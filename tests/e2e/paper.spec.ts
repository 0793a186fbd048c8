import { expect, type Page, test } from "@playwright/test";
import { pageOf } from "../support/persona";
import { programmeWith } from "../support/programmes";

/** The width of A4 between its margins, in CSS pixels. */
const A4 = { width: 688, height: 1000 };

test("a board paper has two pages with forty needs, nothing is cut off, and what is not shown is summed up", async ({
  browser,
}) => {
  const [curator, buyer] = [await pageOf(browser, "curator"), await pageOf(browser, "buyer-ministry")];
  const id = await programmeWith(curator, buyer, 40);
  for (const locale of ["nl", "en"]) {
    await curator.goto(`/${locale}/programmes/${id}/paper`);
    await expect(curator.locator(".board-paper-page")).toHaveCount(2);
    expect(await printedPages(curator)).toBe(2);
    expect(await cutOff(curator)).toEqual([]);
  }
  await expect(curator.getByText("32 more needs together")).toBeVisible();
  for (const page of [curator, buyer]) await page.context().close();
});

test("a visitor comes to a programme's board paper from the programme, and it fits two pages", async ({
  browser,
}) => {
  const visitor = await pageOf(browser, null);
  await visitor.goto("/nl/roadmap");
  await visitor.getByRole("link", { name: "Ogen boven zee 2027–2031", exact: true }).first().click();
  await visitor.getByRole("link", { name: "Bestuursnota" }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toContainText("inkopers vragen samen");
  expect(await printedPages(visitor)).toBe(2);
  expect(await cutOff(visitor)).toEqual([]);
  await visitor.context().close();
});

async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** The pages of the paper of which something falls outside, as they are printed. */
async function cutOff(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: "print" });
  const cut = await page
    .locator(".board-paper-page")
    .evaluateAll((pages) =>
      pages
        .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
        .map(({ scrollHeight, clientHeight }) => `${scrollHeight} px in ${clientHeight} px`),
    );
  // Not "screen": it would be printed so.
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
  return cut;
}
