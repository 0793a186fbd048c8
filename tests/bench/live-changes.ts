import type postgres from "postgres";
import { callsOn } from "./calls";
import type { BenchDatabase } from "./data";
import { type Line, p95 } from "./measure";
import { megabytes } from "./memory";
import { need } from "./procedures";
import { type Heard, openAll, Reader } from "./reader";

const CONNECTIONS = 2_000;
const CHANGES_A_SECOND = 5;
const CUTS_A_SECOND = 10;
const SECONDS = { floor: 10, ours: 20 };
/** What was promised, on any machine that is worth the name. */
const PROMISED_MS = 150;

type Given = {
  floorUrl: string;
  oursUrl: string;
  cookies: string[];
  sql: postgres.Sql;
  database: BenchDatabase;
  pid: number;
};
/** What one page heard: live, the places of the changes; and after a cut, from where to where it was told to look. */
type Page = { reader: Reader; live: Set<number>; caught: { after: number; to: number }[] };
type Taken = { p95: number; missed: number; expected: number; caught: number; cuts: number };

/**
 * How long a committed change takes to 2,000 open pages, at five changes a second, while every second one in two hundred of
 * them loses its connection and comes back. From the moment that the database gave the change, just before its commit.
 * @throws when a page missed one
 */
export async function measureChanges(given: Given): Promise<Line[]> {
  const floor = await changed(given.floorUrl, SECONDS.floor, given);
  const before = megabytes(given.pid);
  const ours = await changed(given.oursUrl, SECONDS.ours, given);
  console.log(
    `${CONNECTIONS} connections, ${ours.cuts} cut off: ${ours.expected} changes to be heard, ${ours.caught} of them after a cut, ` +
      `${ours.missed} missed; memory ${before.toFixed(0)} MB before, ${megabytes(given.pid).toFixed(0)} MB after.`,
  );
  if (ours.missed > 0)
    throw new Error(`Of ${ours.expected} changes to be heard, ${ours.missed} were missed.`);
  const what = `A change to ${CONNECTIONS} live connections, ${CHANGES_A_SECOND} a second`;
  const [base, own] = [`${floor.p95.toFixed(1)} ms`, `${ours.p95.toFixed(1)} ms`];
  return [
    // Who comes back is found out, and what they may hear; the floor asks nobody.
    { what, floor: base, ours: own, ratio: ours.p95 / floor.p95, limit: 4 },
    {
      what: "The same, against what was promised",
      floor: `${PROMISED_MS} ms`,
      ours: own,
      ratio: ours.p95 / PROMISED_MS,
      limit: 1,
    },
  ];
}

async function changed(url: string, seconds: number, { sql, cookies, database }: Given): Promise<Taken> {
  const [{ seq: start } = { seq: 0 }] = await sql<{ seq: number }[]>`select seq::int from event_head`;
  const arrivals: { seq: number; at: number }[] = [];
  const pages = Array.from({ length: CONNECTIONS }, (_, index) =>
    pageOn(url, cookies[index % cookies.length]!, start, arrivals),
  );
  await openAll(pages.map(({ reader }) => reader));
  const cutting = cutEverySoOften(pages);
  await change(database, seconds);
  const cuts = await cutting.stop();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  for (const { reader } of pages) reader.close();
  const events = await sql<{ seq: number; at: number }[]>`
    select seq::int, extract(epoch from at)::float8 * 1000 as at from events where seq > ${start}`;
  const committed = new Map(events.map(({ seq, at }) => [seq, at]));
  const uncovered = ({ live, caught }: Page) =>
    events.filter(({ seq }) => !live.has(seq) && !caught.some(({ after, to }) => after < seq && seq <= to))
      .length;
  return {
    p95: p95(arrivals.map(({ seq, at }) => at - committed.get(seq)!)),
    missed: pages.reduce((sum, page) => sum + uncovered(page), 0),
    expected: events.length * pages.length,
    caught: pages.reduce((sum, { live }) => sum + events.filter(({ seq }) => !live.has(seq)).length, 0),
    cuts,
  };
}

function pageOn(url: string, cookie: string, start: number, arrivals: { seq: number; at: number }[]): Page {
  const [live, caught]: [Page["live"], Page["caught"]] = [new Set(), []];
  const hear = ({ name, id, after, isFirst }: Heard) => {
    if (name !== "nudge" || id === null) return;
    if (isFirst) caught.push({ after: after ?? 0, to: id });
    else {
      live.add(id);
      arrivals.push({ seq: id, at: performance.timeOrigin + performance.now() });
    }
  };
  return { reader: new Reader(url, cookie, hear, start), live, caught };
}

function cutEverySoOften(pages: Page[]): { stop: () => Promise<number> } {
  const coming: Promise<void>[] = [];
  const cutting = setInterval(() => {
    const { reader } = pages[Math.floor(Math.random() * pages.length)]!;
    if (reader.isOpen) coming.push(reader.cutOff());
  }, 1_000 / CUTS_A_SECOND);
  return {
    stop: async () => {
      clearInterval(cutting);
      await Promise.all(coming);
      return coming.length;
    },
  };
}

/** Posts a need as each writer in turn, through its procedure. */
async function change(database: BenchDatabase, seconds: number): Promise<void> {
  const { writers } = database;
  const { as, end } = await callsOn(database, 5);
  const changes: Promise<unknown>[] = [];
  for (let turn = 0; turn < seconds * CHANGES_A_SECOND; turn++) {
    const api = await as(writers[turn % writers.length]!);
    changes.push(api.needs.create(need));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / CHANGES_A_SECOND));
  }
  await Promise.all(changes);
  await end();
}
