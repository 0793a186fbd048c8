import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { csvOf } from "@/server/exports/csv";
import type { ExportedNeed } from "@/server/exports/queries";
import { xlsxOf } from "@/server/exports/xlsx";
import { root } from "./applications";
import { benchDatabase, needRow } from "./data";
import { type Line, median } from "./measure";

const FEW = { needs: 1_000, programmes: 50 };
const ROWS = 50_000;
const AT_ONCE = 500;
/** What was promised, on any machine that is worth the name. */
const PROMISED_MB = 300;
const LIMIT = 50;
const RUNS = 3;

const FILES = { CSV: csvOf, XLSX: xlsxOf };

/**
 * 50,000 new needs by `npm run import`, from its start to its end, and the most memory that it held: against the same rows
 * in a bare table. Each file is of a buyer of its own, so that none finds its needs taken in before.
 */
export async function measureImports(add: (lines: Line[]) => void): Promise<void> {
  const database = await benchDatabase(FEW);
  const folder = await mkdtemp(path.join(tmpdir(), "bundel-bench-"));
  try {
    for (const [at, [format, fileOf]] of Object.entries(FILES).entries()) {
      const buyer = `Bench ${at}`;
      const file = path.join(folder, format.toLowerCase());
      await pipeline(fileOf(needsOf(buyer)), createWriteStream(file));
      const floors: number[] = [];
      while (floors.length < RUNS) floors.push(await insertBare(database.url, buyer));
      const floor = median(floors);
      const { seconds, megabytes } = await imported(database.url, file, buyer);
      add([
        {
          what: `Import of ${ROWS} needs from ${format}`,
          floor: `${speedOf(floor)} rows/s`,
          ours: `${speedOf(seconds)} rows/s`,
          ratio: seconds / floor,
          limit: LIMIT,
        },
        {
          what: `Most memory of that import, against ${PROMISED_MB} MB`,
          floor: `${PROMISED_MB} MB`,
          ours: `${megabytes.toFixed(0)} MB`,
          ratio: megabytes / PROMISED_MB,
          limit: 1,
        },
      ]);
    }
  } finally {
    await rm(folder, { recursive: true });
    await database.leave();
  }
}

const speedOf = (seconds: number) => Math.round(ROWS / seconds);

async function* needsOf(buyer: string): AsyncGenerator<ExportedNeed[]> {
  for (let from = 0; from < ROWS; from += AT_ONCE)
    yield Array.from({ length: AT_ONCE }, (_, index) => needOf(from + index, buyer));
}

function needOf(index: number, buyer: string): ExportedNeed {
  const row = needRow(index, [{ id: "" }], "");
  return {
    id: "",
    reference: `B-${index}`,
    title: row.title,
    description: row.description,
    language: "nl",
    cpv: "45221119",
    buyer,
    windowStart: row.window_start,
    windowEnd: row.window_end,
    valueMinCents: row.value_min_cents,
    valueMaxCents: row.value_max_cents,
    certainty: row.certainty,
    theme: null,
    ecosystems: [],
    place: "",
    procedure: "open",
    skills: ["lassen", "meten"],
    questions: [],
    visibility: "public",
  };
}

/** Seconds that the same rows take, some hundreds at a time, into a table without an index or a rule. */
async function insertBare(url: string, buyer: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const columns = Object.keys(needOf(0, buyer)).map((name) => `"${name}" text`);
  await sql.unsafe(`drop table if exists bare; create table bare (${columns.join(", ")})`);
  const start = performance.now();
  await sql.begin(async (tx) => {
    for await (const needs of needsOf(buyer))
      await tx`insert into bare ${tx(needs.map((need) => ({ ...need, ecosystems: "", skills: "", questions: "" })))}`;
  });
  const seconds = (performance.now() - start) / 1_000;
  await sql`drop table bare`;
  await sql.end();
  return seconds;
}

async function imported(url: string, file: string, buyer: string) {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const [, ...command] = scripts.import.split(" ") as string[];
  const watch = ["--import", new URL("peak-memory.mjs", import.meta.url).href];
  const start = performance.now();
  const child = spawn(process.execPath, [...watch, ...command, file, "--as", buyer, "--publish"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const kilobytes = Number(await text(child.stdio[3] as Readable));
  if ((await code) !== 0) throw new Error(`The import of ${file} did not end well.`);
  return { seconds: (performance.now() - start) / 1_000, megabytes: kilobytes / 1_024 };
}
