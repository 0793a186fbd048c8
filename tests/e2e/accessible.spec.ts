import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { pageOf } from "../support/persona";

const LOCALES = ["nl", "en"] as const;
const SCHEMES = ["light", "dark"] as const;

/** Pages by who sees the most on them. Pages of one object are found by following the first link of their list. */
const PAGES: { persona: string | null; paths: string[]; follow?: { from: string; link: RegExp }[] }[] = [
  {
    persona: null,
    paths: [
      "",
      "/ecosystem",
      "/ecosystem/rounds",
      "/interventions",
      "/interventions/catalogue",
      "/interventions/coverage",
      "/roadmap",
      "/roadmap?view=table",
      "/challenges",
      "/funding",
      "/decisions",
      "/region",
      "/glossary",
      "/open-data",
      "/toegankelijkheid",
      "/activity",
      "/search?q=zee",
      "/sign-in",
    ],
    follow: [
      { from: "/ecosystem", link: /\/ecosystem\/[a-z-]+\/[a-z-]+$/ },
      { from: "/interventions", link: /\/interventions\/[0-9a-f]{8}-/ },
      { from: "/roadmap", link: /\/programmes\/[0-9a-f]{8}-/ },
      { from: "/roadmap?view=table", link: /\/needs\/[0-9a-f]{8}-/ },
      { from: "/challenges", link: /\/challenges\/[0-9a-f]{8}-/ },
      { from: "/funding", link: /\/funding\/[0-9a-f]{8}-/ },
      { from: "/decisions", link: /\/decisions\/[0-9a-f]{8}-/ },
    ],
  },
  { persona: "buyer-ministry", paths: ["", "/inbox", "/needs/new", "/profile", "/organisations"] },
  { persona: "curator", paths: ["/inbox", "/programmes/new", "/interventions/new", "/challenges/new"] },
  { persona: "funding-officer", paths: ["/inbox", "/funding"] },
  { persona: "company-a", paths: ["/inbox", "/challenges"] },
];

for (const { persona, paths, follow = [] } of PAGES) {
  for (const locale of LOCALES) {
    test(`axe finds nothing on the pages of ${persona ?? "a visitor"} in ${locale}, light and dark`, async ({
      browser,
    }) => {
      const page = await pageOf(browser, persona, locale);
      const found = [...paths];
      for (const { from, link } of follow) {
        await page.goto(`/${locale}${from}`);
        const hrefs = await page
          .locator("main a[href]")
          .evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
        const href = hrefs.find((candidate) => link.test(candidate));
        expect(href, `a link like ${link} on ${from}`).toBeDefined();
        found.push(href!.replace(`/${locale}`, ""));
      }
      for (const path of found) {
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          const response = await page.goto(`/${locale}${path}`);
          expect(response!.status(), path).toBe(200);
          await expect(page.locator("h1"), path).toHaveCount(1);
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
            .analyze();
          const said = violations.map(
            (v) =>
              `${path} ${colorScheme} ${v.id}: ${v.nodes
                .map((n) => n.html)
                .slice(0, 3)
                .join(" | ")}`,
          );
          expect.soft(said).toEqual([]);
        }
      }
      await page.context().close();
    });
  }
}

test("nothing is wider than the narrowest phone", async ({ browser }) => {
  const page = await pageOf(browser, null);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of PAGES[0]!.paths) {
    await page.goto(`/nl${path}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(over, path).toBeLessThanOrEqual(0);
  }
});
