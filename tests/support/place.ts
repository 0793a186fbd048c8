import { expect, type Page } from "@playwright/test";

/** Waits until the page of one object in a folder is there; its path. */
export async function arriveAt(page: Page, folder: string): Promise<string> {
  await page.waitForURL(new RegExp(`/${folder}/[0-9a-f-]{36}$`));
  return pathOf(page);
}

export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Follows one link of the ribbon, by the noun of what stands there; the path it leads to. */
export async function followRibbon(page: Page, noun: string): Promise<string> {
  const before = pathOf(page);
  await ribbonStep(page, noun).getByRole("link").click();
  await page.waitForURL((url) => url.pathname !== before);
  await expect(ribbonStep(page, noun)).toHaveAttribute("aria-current", "page");
  return pathOf(page);
}

export const ribbonStep = (page: Page, noun: string) =>
  page
    .getByRole("navigation", { name: "Plaats in de keten" })
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${noun}`) });
