import type { Page } from "@playwright/test";

/** The badges that say just this: a history says the same words, of what was. */
export const badge = (page: Page, word: string) =>
  page.locator("span:has(> .badge-dot)").filter({ hasText: new RegExp(`^${word}$`) });
