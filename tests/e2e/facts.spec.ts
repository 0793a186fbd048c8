import { expect, test } from "@playwright/test";
import { ecosystemSlugs } from "@/db/regions/load";
import { region } from "@/server/regions/region";

const pack = region();

/** Where the facts of a region stand: its own pages, and a page for each ecosystem and element. */
const PAGES = [
  "/region",
  "/glossary",
  "/interventions/catalogue",
  ...ecosystemSlugs(pack).flatMap((ecosystem) =>
    pack.elements.map(({ slug }) => `/ecosystem/${ecosystem}/${slug}`),
  ),
];

for (const locale of ["nl", "en"] as const)
  test(`every text of the region pack stands on a page for visitors, ${locale}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    let read = "";
    for (const path of PAGES) {
      const answer = await request.get(`/${locale}${path}`);
      expect(answer.status(), path).toBe(200);
      // Set apart from what runs in it, the page is read by the browser: text as people see it, without scripts.
      read += await page.evaluate(
        (html) => {
          const { body } = new DOMParser().parseFromString(html, "text/html");
          for (const script of body.querySelectorAll("script")) script.remove();
          return ` ${body.textContent}`;
        },
        await answer.text(),
      );
    }
    const shown = plain(read);
    const texts = textsOf(pack).map((text) => text[locale]);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => !shown.includes(plain(text)))).toEqual([]);
  });

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

function textsOf(value: unknown): { nl: string; en: string }[] {
  if (value === null || typeof value !== "object") return [];
  if ("nl" in value && "en" in value) return [value as { nl: string; en: string }];
  return Object.values(value).flatMap(textsOf);
}
