import type { Browser, Page } from "@playwright/test";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { pause } from "@/scripts/start/processes.mjs";
import { verifyLog } from "@/scripts/verify-log/read";
import { launched } from "@/tests/support/browser";
import { Place } from "../holder";
import { type Attempt, edit } from "./editing";
import { type Editor, editors } from "./people";
import { Site } from "./site";

/** The name of the session's cookie follows from it, here as in the application: it must be known before that is read. */
const secret = vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = "only for this test, and long enough to be one";
  return process.env.NEXTAUTH_SECRET;
});

type Run = { people: number; programmes: number; seconds: number; kills: number };
/** The whole of it takes ten minutes: `BUNDEL_FAULTS=whole`. Each `npm test` runs a small one. */
const RUN: Run =
  process.env.BUNDEL_FAULTS === "whole"
    ? { people: 200, programmes: 50, seconds: 600, kills: 10 }
    : { people: 20, programmes: 5, seconds: 24, kills: 2 };

test(
  `${RUN.people} people edit ${RUN.programmes} programmes while application and database are killed ${RUN.kills} times each: no acknowledged change is lost or doubled, the log holds, open pages converge`,
  async () => {
    await using place = new Place();
    const site = await Site.open(place.data, secret);
    const sql = () => postgres(site.databaseUrl, { max: 1, onnotice: () => {} });
    let connection = sql();
    const browser = await launched();
    try {
      const people = await editors(connection, { ...RUN, secret });
      await connection.end();
      const pages = await openTwice(browser, site, people[0]!);

      const end = Date.now() + RUN.seconds * 1000;
      const working = people.map((editor) => edit(site.url, editor, () => Date.now() > end));
      await killInTurn(site, end);
      const attempts = (await Promise.all(working)).flat();

      connection = sql();
      const { findings } = await verifyLog(connection, []);
      expect(findings).toEqual([]);
      await expectTitles(connection, attempts);
      await expectNarratives(site, people, attempts);
      await expectConverged(connection, pages, people[0]!);
      report(attempts);
    } finally {
      await connection.end();
      await browser.close();
      await site.close();
    }
  },
  (RUN.seconds + 240) * 1000,
);

/** Application and database by turns, at even moments. */
async function killInTurn(site: Site, end: number): Promise<void> {
  const between = (end - Date.now()) / (RUN.kills * 2 + 1);
  for (let kill = 0; kill < RUN.kills; kill += 1) {
    await pause(between);
    await site.killApplication();
    await pause(between);
    await site.killDatabase();
  }
}

/** Each acknowledged title is in the log once; one whose fate is unknown at most once; a refused one never. */
async function expectTitles(sql: postgres.Sql, attempts: Attempt[]): Promise<void> {
  const rows = await sql<{ title: string; times: number }[]>`
    select changes -> 'title' ->> 'to' as title, count(*)::int as times from events
    where verb = 'programme.changed' group by 1`;
  const times = new Map(rows.map(({ title, times }) => [title, times]));
  const of = (mark: string) => times.get(`Titel ${mark}`) ?? 0;
  const titles = attempts.filter(({ kind }) => kind === "title");
  const lost = titles.filter(({ mark, outcome }) => outcome === "acknowledged" && of(mark) !== 1);
  const doubled = titles.filter(({ mark }) => of(mark) > 1);
  const undead = titles.filter(({ mark, outcome }) => outcome === "refused" && of(mark) > 0);
  expect({ lost, doubled, undead }).toEqual({ lost: [], doubled: [], undead: [] });
  expect(titles.filter(({ outcome }) => outcome === "acknowledged").length).toBeGreaterThan(RUN.programmes);
}

/** Each acknowledged paragraph stands in its narrative once. */
async function expectNarratives(site: Site, people: Editor[], attempts: Attempt[]): Promise<void> {
  const written = attempts.filter(({ kind }) => kind === "narrative");
  for (const programmeId of new Set(people.map((editor) => editor.programmeId))) {
    const input = encodeURIComponent(JSON.stringify({ programmeId }));
    const response = await fetch(`${site.url}/api/trpc/narratives.ofProgramme?input=${input}`);
    const text = JSON.stringify(await response.json());
    for (const { mark, outcome, editor } of written) {
      if (editor.programmeId !== programmeId) continue;
      const times = text.split(`"${mark}"`).length - 1;
      if (outcome === "acknowledged") expect([mark, times]).toEqual([mark, 1]);
      else expect(times).toBeLessThanOrEqual(1);
    }
  }
}

/** Both pages were open all the time, and nobody loads them anew. */
async function expectConverged(sql: postgres.Sql, pages: Page[], { programmeId }: Editor): Promise<void> {
  const [row] = await sql<{ title: string }[]>`select title from programmes where id = ${programmeId}`;
  for (const page of pages)
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).textContent(), { timeout: 60_000 })
      .toBe(row!.title);
}

async function openTwice(browser: Browser, site: Site, { programmeId }: Editor): Promise<Page[]> {
  const pages = [await browser.newPage(), await browser.newPage()];
  for (const page of pages) await page.goto(`${site.url}/nl/programmes/${programmeId}`);
  return pages;
}

/** The figures, for who ran it to know them. */
function report(attempts: Attempt[]): void {
  const count = (kind: Attempt["kind"], outcome: Attempt["outcome"]) =>
    attempts.filter((one) => one.kind === kind && one.outcome === outcome).length;
  for (const kind of ["title", "narrative"] as const)
    console.log(
      `${kind}: ${count(kind, "acknowledged")} acknowledged, ${count(kind, "refused")} refused, ${count(kind, "unknown")} unknown`,
    );
}
