import { expect, type Page } from "@playwright/test";

const MOST_STEPS = 80;

/** Moves the focus with Tab until it is on a control with this name; fails when it cannot be reached or is not seen. */
export async function tabTo(
  page: Page,
  role: "textbox" | "combobox" | "radio" | "button" | "link",
  name: string,
) {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await isMarked(page), `${name} shows that it has the focus`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${MOST_STEPS} times Tab did not reach the ${role} “${name}”.`);
}

/** Whether what has the focus is drawn with an outline. */
const isMarked = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
