import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { Browser } from "@playwright/test";
import { pageOf } from "./persona";

/** Where a page was found, and who found it; null is a visitor. */
export type Found = { path: string; persona: string | null };

/** The addresses of all pages as the folders of `app/[locale]` spell them, such as `/needs/[id]/edit`. */
export const ROUTES = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx") && !file.includes("[..."))
  .map((file) => join("/", file.replace(/\([a-z]+\)/, ""), "..").replaceAll(sep, "/"))
  // A fixed word before a parameter: /needs/new is not a need.
  .sort((a, b) => (a.replaceAll("[", "~") < b.replaceAll("[", "~") ? -1 : 1));

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.replace(/\[\w+\]/g, "[^/]+")}$`),
}));

const routeOf = (path: string) => PATTERNS.find(({ pattern }) => pattern.test(path.split("?")[0]!))?.route;

const MOST_READ = 500;

/**
 * Follows the links that each of these people meets from the home page on, pages of a kind not yet seen first, until
 * each of these routes has an example. @returns the first example of every route that was found
 */
export async function findPages(
  browser: Browser,
  personas: (string | null)[],
  routes: string[],
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const isDone = () => routes.every((route) => found.has(route));
  for (const persona of personas) {
    if (isDone()) break;
    const page = await pageOf(browser, persona);
    const queue = [{ path: "/", route: "/" }];
    const met = new Set(["/"]);
    const timesRead = new Map<string, number>();
    const times = (route: string) => timesRead.get(route) ?? 0;
    for (let read = 0; read < MOST_READ && queue.length > 0 && !isDone(); read++) {
      const rarest = queue.reduce((a, b) => (times(b.route) < times(a.route) ? b : a));
      const { path, route } = queue.splice(queue.indexOf(rarest), 1)[0]!;
      timesRead.set(route, times(route) + 1);
      const response = await page.request.get(`/nl${path === "/" ? "" : path}`, { maxRedirects: 0 });
      if (response.status() !== 200) continue;
      if (!found.has(route)) found.set(route, { path, persona });
      for (const link of linksIn(await response.text())) {
        if (met.has(link)) continue;
        met.add(link);
        const itsRoute = routeOf(link);
        if (itsRoute) queue.push({ path: link, route: itsRoute });
      }
    }
    await page.context().close();
  }
  return found;
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a [^>]*href="\/nl([^"#]*)/g)].map(
    ([, path]) => path!.replaceAll("&amp;", "&") || "/",
  );
}
