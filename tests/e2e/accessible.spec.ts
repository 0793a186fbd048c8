import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Found, findPages, ROUTES } from "../support/pages";
import { pageOf } from "../support/persona";

const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
/** Everything is asked of the first; of the second what another language and other colours can make different. */
const SCHEMES = { nl: "light", en: "dark" } as const;
const COLOURS = ["color-contrast", "link-in-text-block"];
/** What another language can make different; the page's structure and colours are the same in both. */
const NAMES = [
  "html-has-lang",
  "html-lang-valid",
  "valid-lang",
  "label",
  "link-name",
  "button-name",
  "select-name",
  "input-button-name",
  "image-alt",
  "svg-img-alt",
  "summary-name",
  "frame-title",
  "aria-input-field-name",
  "aria-toggle-field-name",
  "aria-command-name",
  "aria-meter-name",
  "aria-progressbar-name",
  "aria-tooltip-name",
  "aria-treeitem-name",
  "label-content-name-mismatch",
  "target-size",
];
const PERSONAS = [
  null,
  "curator",
  "buyer-ministry",
  "buyer-municipality",
  "company-a",
  "reviewer-1",
  "funding-officer",
  "approver-1",
  "admin",
];

/** Pages that a link on a page does not lead to: mail and mistakes do. */
const UNLINKED: Record<string, Found> = {
  "/organisations/invitation": { path: "/organisations/invitation?token=none", persona: "company-b" },
  "/unsubscribe": { path: "/unsubscribe?token=none", persona: null },
};
/** The same page with something else on it. */
const VARIANTS: Found[] = [
  { path: "/roadmap?view=table", persona: null },
  { path: "/roadmap?view=board", persona: "buyer-ministry" },
  { path: "/roadmap?view=places", persona: null },
  { path: "/roadmap?zoom=year", persona: "buyer-ministry" },
  { path: "/search?q=zee", persona: null },
  { path: "/roadmap?q=nietsdatbestaat", persona: "curator" },
  { path: "/no-such-page", persona: null },
];

let found: Map<string, Found>;
const pages = new Map<string | null, Page>();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(480_000);
  await bringFile(browser);
  const linked = ROUTES.filter((route) => !(route in UNLINKED));
  found = new Map([...(await findPages(browser, PERSONAS, linked)), ...Object.entries(UNLINKED)]);
});

for (const route of ROUTES)
  test(`${route} can be reached, and axe finds nothing on it`, async ({ browser }) => {
    expect(found.has(route), "No link that a persona meets leads there.").toBe(true);
    await expectAccessible(await pageFor(browser, found.get(route)!.persona), found.get(route)!.path);
  });

for (const { path, persona } of VARIANTS)
  test(`axe finds nothing on ${path}`, async ({ browser }) => {
    await expectAccessible(await pageFor(browser, persona), path);
  });

/** The list of brought files leads to the page of one, once there is one. */
async function bringFile(browser: Browser): Promise<void> {
  const page = await pageOf(browser, "buyer-ministry");
  const data = "titel;begin;einde;zekerheid\nBruggen meten;2031-02-31;K4 2031;begroot\n";
  const answer = await page.request.post("/api/imports?name=voorbeeld.csv&language=nl", { data });
  expect(answer.status()).toBe(201);
  await page.context().close();
}

/** Each persona signs in once. */
async function pageFor(browser: Browser, persona: string | null): Promise<Page> {
  const page = pages.get(persona) ?? (await pageOf(browser, persona));
  pages.set(persona, page);
  return page;
}

/** In both languages, each in its own colour scheme, and not wider than the narrowest phone. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  for (const locale of ["nl", "en"] as const) {
    await page.emulateMedia({ colorScheme: SCHEMES[locale] });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`/${locale}${path === "/" ? "" : path}`);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page).toHaveTitle(/\S/);
    const rules = (axe: AxeBuilder) =>
      locale === "nl" ? axe.withTags(TAGS) : axe.withRules([...NAMES, ...COLOURS]);
    expect.soft(await violations(page, rules), `${locale}, ${SCHEMES[locale]}`).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(over, `${locale}, pixels wider than a phone of 320`).toBeLessThanOrEqual(0);
  }
}

async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // No page has frames, so that axe need not look into them by way of a second window.
  // The title was asked for before: a page that is read anew is without one for a moment.
  const axe = choose(new AxeBuilder({ page }).setLegacyMode()).disableRules("document-title");
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => {
    const examples = nodes.slice(0, 3).map(({ html, any }) => `${html} ${any[0]?.message ?? ""}`);
    return `${id}: ${examples.join(" | ")}`;
  });
}
