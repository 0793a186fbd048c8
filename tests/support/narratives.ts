import { expect, type Page } from "@playwright/test";

/** Opens the narrative of the programme with this title, by the links that lead there. */
export async function openNarrative(page: Page, programme: string): Promise<void> {
  await page.goto("/nl/roadmap");
  await page.getByRole("link", { name: programme, exact: true }).first().click();
  await page.getByRole("link", { name: "Meeschrijven" }).click();
  await expectSign(page, "saved");
}

export const textOf = (page: Page) => page.getByRole("textbox", { name: "Tekst van het verhaal" });

/** The sign under the text that tells whether it is safe, and where. */
export async function expectSign(page: Page, sign: "saved" | "offline"): Promise<void> {
  await expect(page.locator(`[data-sign="${sign}"]`)).toBeVisible();
}

/** Writes a paragraph of its own at the end. */
export async function addParagraph(page: Page, words: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
}

/** The paragraphs as they stand on the screen, without the others' carets. */
export const paragraphsOf = (page: Page) =>
  textOf(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".co-caret")) caret.remove();
    return [...copy.children]
      .map((child) => child.textContent?.replaceAll("\u2060", "") ?? "")
      .filter(Boolean);
  });

/** Waits until the browser has written down what was typed: a transaction that asks for all comes after those before it. */
export const untilKept = (page: Page) =>
  page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise<void>((kept, failed) => {
        const opening = indexedDB.open(name!);
        opening.onerror = failed;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction([...opening.result.objectStoreNames], "readwrite");
          transaction.oncomplete = () => {
            opening.result.close();
            kept();
          };
        };
      });
  });
