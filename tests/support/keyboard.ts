import { expect, type Locator, type Page } from "@playwright/test";

const MOST_STEPS = 80;

/** Moves the focus with Tab until it is on a control with this name; fails when it cannot be reached or is not seen. */
export async function tabTo(
  page: Page,
  role: "textbox" | "combobox" | "radio" | "button" | "link",
  name: string,
) {
  await tabOnto(page.getByRole(role, { name, exact: true }).first(), `the ${role} “${name}”`);
}

/** The same for what has no such role. */
export async function tabOnto(wanted: Locator, what: string) {
  const page = wanted.page();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await isMarked(page), `${what} shows that it has the focus`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${MOST_STEPS} times Tab did not reach ${what}.`);
}

/** Whether what has the focus is drawn with an outline, or what it fills is. */
const isMarked = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement!;
    return [focused, focused.parentElement!].some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
  });
