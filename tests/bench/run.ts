import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { type Application, bundel, emptyApplication, read, root } from "./applications";
import { measureScripts } from "./browser";
import { type BenchDatabase, benchDatabase, USUAL, type Writer } from "./data";
import { measureImports } from "./imports";
import { measureLive } from "./live";
import { compare, type Line } from "./measure";
import { measureMemory } from "./memory";
import { measureProcedures } from "./procedures";
import { measureScale } from "./scale";
import { measureSmoothness } from "./smooth";

/**
 * `npm run bench`: how Bundel compares with floors that are measured in the same run. Takes about twelve minutes.
 * Name parts to measure only those (`npm run bench -- procedures live`); `--write` puts the figures in docs/speed.md.
 */
const PARTS = ["procedures", "pages", "live", "scripts", "smooth", "memory", "scale", "imports"] as const;
const SECRET = randomBytes(32).toString("hex");

// The name of the session's cookie follows from it, here as in the application.
process.env.NEXTAUTH_SECRET = SECRET;

const given = process.argv.slice(2);
const wanted = given.filter((word) => !word.startsWith("-"));
const unknown = wanted.filter((word) => !(PARTS as readonly string[]).includes(word));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(", ")}. Choose from ${PARTS.join(", ")}.`);
const asked = (part: (typeof PARTS)[number]) => wanted.length === 0 || wanted.includes(part);

const lines: Line[] = [];
const stops: (() => Promise<void>)[] = [];
const add = (more: Line[]) => {
  lines.push(...more);
  for (const line of more) console.log(text(line));
};

try {
  console.log(`Loading ${count(USUAL.needs)} needs and ${count(USUAL.programmes)} programmes.`);
  const database = await benchDatabase();
  stops.push(database.leave);
  if (asked("procedures")) await measureProcedures(database, add);
  const { personId } = database.writers[0]!;
  const cookie = await cookieIn(database);
  const roadmap = "/nl/roadmap";
  /** Each part has servers of its own, as fresh as those of its floor. */
  const serving = async (
    part: (typeof PARTS)[number],
    measure: (app: Application, empty: Application) => Promise<void>,
  ) => {
    if (!asked(part)) return;
    const [app, empty] = [await bundel(database.url, SECRET), await emptyApplication()];
    try {
      await requirePages(app.url + roadmap, cookie, personId);
      await measure(app, empty);
    } finally {
      await Promise.all([app.stop(), empty.stop()]);
    }
  };
  await serving("pages", async (app, empty) => {
    const floor = () => read(empty.url);
    add(await compare("Roadmap page, visitor", 2.5, floor, () => read(app.url + roadmap)));
    add(await compare("Roadmap page, signed in", 8, floor, () => read(app.url + roadmap, cookie)));
  });
  await serving("live", async (app) =>
    add(await measureLive(app, database, await Promise.all(database.writers.map(cookieOf)))),
  );
  await serving("scripts", async (app, empty) =>
    add(
      await measureScripts(app, empty, [
        { what: "the roadmap, visitor", path: roadmap, limit: 45 },
        { what: "the home page, visitor", path: "/nl", limit: 45 },
        { what: "a new need, signed in", path: "/nl/needs/new", cookie, limit: 90 },
      ]),
    ),
  );
  await serving("smooth", async (app) => add(await measureSmoothness(app, roadmap, cookie)));
  await serving("memory", async (app, empty) => add(await measureMemory(app, empty, roadmap)));
  if (asked("scale"))
    await measureScale(async (database) => ({ cookie: await cookieIn(database), secret: SECRET }), add);
  if (asked("imports")) await measureImports(add);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const stop of stops.reverse()) await stop();
}

const speed = path.join(root, "docs/speed.md");
const over = lines.filter((line) => line.ratio > line.limit);
console.log(`${lines.length} measured, ${over.length} over the limit.`);
if (given.includes("--write")) writeFileSync(speed, document(lines) + remarks());
process.exit(over.length > 0 ? 1 : process.exitCode);

function count(number: number): string {
  return number.toLocaleString("en");
}

/** The session of the first writer. */
function cookieIn({ writers }: BenchDatabase): Promise<string> {
  return cookieOf(writers[0]!);
}

async function cookieOf({ personId, sessionId }: Writer): Promise<string> {
  const token = await encode({ token: { sub: personId, sid: sessionId }, secret: SECRET });
  const { SESSION_COOKIE } = await import("@/server/auth/cookie");
  return `${SESSION_COOKIE}=${token}`;
}

/** What does not know who asks, or cannot be read, is quick, and proves nothing. */
async function requirePages(url: string, cookie: string, personId: string): Promise<void> {
  const page = async (headers: Record<string, string>) =>
    (await fetch(url, { headers: { accept: "text/html", ...headers } })).text();
  if (!(await page({ cookie })).includes(personId))
    throw new Error("The page does not know who is signed in.");
  if (!(await page({})).includes("</h1>")) throw new Error("A visitor's page cannot be read.");
}

function text({ what, floor, ours, ratio, limit }: Line): string {
  const verdict = ratio > limit ? "over" : "within";
  return `${what}: ${ours} against ${floor}: ${shown(what, ratio)}, ${verdict} ${shown(what, limit)}`;
}

function shown(what: string, value: number): string {
  return what.startsWith("JavaScript") ? `+${value.toFixed(0)} kB` : `${value.toFixed(2)}×`;
}

/** What people wrote under the lines stays. */
function remarks(): string {
  const written = readFileSync(speed, "utf8");
  const start = written.indexOf("\n## ");
  return start < 0 ? "" : written.slice(start);
}

function document(all: Line[]): string {
  const rows = all.map(
    ({ what, floor, ours, ratio, limit }) =>
      `| ${what} | ${floor} | ${ours} | ${shown(what, ratio)} | ${shown(what, limit)} |`,
  );
  return `# Speed

Measured on ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.cpus().length} cores, with \`npm run bench -- --write\`. Each line
compares Bundel with a floor that is measured in the same run: p95, median of three runs, ${count(USUAL.needs)} needs and ${count(USUAL.programmes)} programmes;
for many needs, the same with few.

The floor of a page is an empty dynamic page of the same framework; of a procedure, its own SQL over the same driver and a
pool of the same size; of a post, the same rows in one bare transaction; of a nudge, a Node server that only listens and
writes; a change is a need that is posted, heard by as many pages, of which one in two hundred is cut off and comes back each second;
of an import, the same rows in a bare table, read by nobody and checked by nothing. A signed-in procedure includes finding out who asks. Between two events the roadmap's query is answered from memory
([decision 0009](decisions/0009-what-is-read-holds-until-something-happens.md)); the signed-in page is measured so.

| work | floor | Bundel | ratio | at most |
|---|---|---|---|---|
${rows.join("\n")}
`;
}
