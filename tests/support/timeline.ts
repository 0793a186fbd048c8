import { expect, type Page } from "@playwright/test";

/** The bar that can be moved; what is asked of the roadmap leaves one. */
export const bar = (page: Page) => page.getByRole("button", { name: /^Verschuiven: / });

/** Takes the bar in its middle and lets it go so many quarters on. */
export async function drag(page: Page, quarters: number) {
  await untilMovable(page);
  await bar(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await bar(page).boundingBox())!;
  const column = await page
    .locator(".timeline")
    .evaluate(
      (timeline) => timeline.clientWidth / Number(getComputedStyle(timeline).getPropertyValue("--columns")),
    );
  const [middle, level] = [x + width / 2, y + height / 2];
  await page.mouse.move(middle, level);
  await page.mouse.down();
  await page.mouse.move(middle + quarters * column, level, { steps: 8 });
  await page.mouse.up();
}

/** What moves bars is loaded after the page. */
export const untilMovable = (page: Page) => expect(page.locator(".timeline[data-listening]")).toBeVisible();
