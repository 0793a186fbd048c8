import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import { problemsOfPackage } from "@/tests/support/ocds";
import type { Context } from "../core/context";
import { COLUMNS } from "../ocds/columns";
import { rowsOfOcds } from "../ocds/rows";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { exportAnswer } from "./answer";
import { needsToExport } from "./queries";

const by = await someone("ministry", "buyer");
const api = createCaller(by);
const [theme] = region().region.missionThemes;
const ecosystem = listEcosystems()[0]!.slug;
/** What makes a file go wrong: a formula, quotes, the separator, line breaks, a sign of XML, a cent. */
const hostile = {
  title: '=HYPERLINK("x";"y") <b>&',
  description: 'Regel een;\nregel "twee"',
  reference: "REF-1",
  language: "nl" as const,
  cpv: "35125100",
  certainty: "budgeted" as const,
  visibility: "public" as const,
  windowStart: "2031-04-01",
  windowEnd: "2031-06-30",
  valueMinCents: 1_234_50,
  valueMaxCents: 2_000_00,
  theme: theme!.slug,
  ecosystems: [ecosystem],
  place: "Haven",
  procedure: "open" as const,
  skills: ["lassen", "meten"],
  questions: ["Hoe lang gaat het mee?"],
};
async function published(
  given: Partial<Omit<typeof hostile, "visibility">> & {
    visibility?: "public" | "signed-in" | "organisation";
  },
) {
  const { id } = await api.needs.create({ ...hostile, reference: null as unknown as string, ...given });
  await api.needs.publish({ id, version: 1 });
  return id;
}
await published(hostile);
const loose = await published({
  title: "Zonder kenmerk",
  description: "",
  windowStart: "2031-07-01",
  windowEnd: "2031-09-30",
});
await published({ title: "Voor wie is aangemeld", visibility: "signed-in" });
await published({ title: "Alleen voor onszelf", visibility: "organisation" });
await published({ title: "Een idee", certainty: "idea" as never });

const filters = { q: "", certainty: "budgeted" as const };
const fileOf = async (ctx: Context, kind: string, given = filters) => {
  const answer = exportAnswer(ctx, kind, given, "?certainty=budgeted");
  expect(answer.status).toBe(200);
  return buffer(answer.body as never);
};
const titlesIn = async (ctx: Context) =>
  parse(await fileOf(ctx, "csv"), { bom: true, delimiter: ";", columns: true }).map(
    (row) => (row as { title: string }).title,
  );

test("a CSV opens in a Dutch Excel: marked as UTF-8, semicolons, a comma before the cents, no formula", async () => {
  const bytes = await fileOf(asVisitor(), "csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [head, first] = parse(bytes, { bom: true, delimiter: ";" }) as string[][];
  expect(head).toEqual(COLUMNS);
  expect(first).toEqual([
    "REF-1",
    `'${hostile.title}`,
    hostile.description,
    "nl",
    "35125100",
    by.organisation.name,
    "2031-04-01",
    "2031-06-30",
    "1234,50",
    "2000",
    "budgeted",
    hostile.theme,
    ecosystem,
    "Haven",
    "open",
    "lassen\nmeten",
    "Hoe lang gaat het mee?",
    "public",
  ]);
});

test("a workbook has real days and amounts, and texts that are no formulas", async () => {
  const bytes = await fileOf(asVisitor(), "xlsx");
  const [sheet] = await readWorkbook(bytes);
  const [head, first] = sheet!.data;
  expect(head).toEqual(COLUMNS);
  const row = Object.fromEntries(COLUMNS.map((column, at) => [column, first![at]]));
  expect(row).toMatchObject({
    title: hostile.title,
    description: hostile.description,
    window_start: new Date("2031-04-01T00:00:00Z"),
    value_min: 1234.5,
    value_max: 2000,
    skills: "lassen\nmeten",
  });
});

test("an OCDS package is valid and says of each public need the same as the other files", async () => {
  const bytes = await fileOf(by, "ocds");
  expect(problemsOfPackage(JSON.parse(String(bytes)))).toEqual([]);
  const rows = [...rowsOfOcds(bytes)].filter((row) => row !== null);
  expect(rows.map(({ title }) => title)).toEqual([hostile.title, "Zonder kenmerk"]);
  const [, ...lines] = parse(await fileOf(asVisitor(), "csv"), { bom: true, delimiter: ";" }) as string[][];
  const plain = (cell: string) => cell.replace(/^'=/, "=").replace(/^(\d+),(\d\d)$/, "$1.$2");
  expect(rows.map((row) => Object.values(row))).toEqual(lines.map((line) => line.map(plain)));
});

test("a file holds what this person sees with these filters, and nothing else", async () => {
  const open = [hostile.title, "Zonder kenmerk"].map((title) => title.replace(/^=/, "'="));
  expect(await titlesIn(asVisitor())).toEqual(open);
  expect((await titlesIn(await someone("company", "entrepreneur"))).sort()).toEqual(
    [...open, "Voor wie is aangemeld"].sort(),
  );
  expect(await titlesIn(as(await person(by.organisation, ["buyer"])))).toHaveLength(4);
});

test("a need without a reference of its buyer goes by the name it has for everyone", async () => {
  const rows = [...rowsOfOcds(await fileOf(asVisitor(), "ocds"))].filter((row) => row !== null);
  expect(rows[1]!.reference).toBe(`bundel-${loose}`);
});

test("needs are read a few at a time, each once and in order, also where many start on one day", async () => {
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.push(await published({ title: `Gelijk ${count}` }));
  const found: string[] = [];
  for await (const some of needsToExport(asVisitor(), { q: "Gelijk" }, 1))
    found.push(...some.map(({ id }) => id));
  expect(found).toEqual(ids.sort());
});

test("an empty list is a file with a head; a kind that there is not is none", async () => {
  const nothing = { ...filters, from: "2099-01-01" };
  expect(parse(await fileOf(asVisitor(), "csv", nothing), { bom: true, delimiter: ";" })).toEqual([
    [...COLUMNS],
  ]);
  expect((await readWorkbook(await fileOf(asVisitor(), "xlsx", nothing)))[0]!.data).toEqual([[...COLUMNS]]);
  expect(JSON.parse(String(await fileOf(asVisitor(), "ocds", nothing))).releases).toEqual([]);
  for (const kind of ["pdf", "constructor", "__proto__"])
    expect(exportAnswer(asVisitor(), kind, filters, "").status).toBe(404);
});
