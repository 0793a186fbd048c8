import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { needs } from "@/db/schema/needs";
import { someone } from "@/tests/factories/people";
import { publicData } from "@/tests/support/public-data";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { checkImport } from "./commands/check";
import { runImport } from "./commands/run";
import { uploadImport } from "./commands/upload";

const by = await someone("ministry", "buyer");
const api = createCaller(by);
const theme = region().region.missionThemes[0]!.slug;
const release = (ocid: string, title: string, more: object = {}) => ({
  ocid,
  id: `${ocid}-1`,
  date: "2026-01-01T00:00:00Z",
  tag: ["planning"],
  language: "nl",
  buyer: { id: "own", name: by.organisation.name },
  planning: { need: { theme } },
  tender: { id: "1", title },
  ...more,
});
const packageOf = (...releases: object[]) =>
  JSON.stringify({ uri: "https://example.org/1", version: "1.1", releases });
const during = (title: string, startDate: unknown, endDate: unknown) => ({
  tender: { id: "1", title, tenderPeriod: { startDate, endDate } },
});

/** Uploads and checks; the result, and of each wrong row what is wrong. */
async function checked(content: string | Buffer) {
  const path = join(await mkdtemp(join(tmpdir(), "bundel-test-")), "file");
  await writeFile(path, content);
  const { id, version, mapping } = await uploadImport(by, { path, name: "planning.json", language: "nl" });
  await (await checkImport(by, { id, version, mapping })).done;
  const wrong = await api.imports.rows({ id, outcome: "wrong" });
  return {
    ...(await api.imports.byId({ id })),
    wrong: wrong.map(({ title, issues }) => [
      title,
      ...issues.map(({ field, key, cell }) => `${field} ${key} ${cell}`),
    ]),
  };
}

async function needsOf(content: string | Buffer) {
  const { id, version, wrong } = await checked(content);
  expect(wrong).toEqual([]);
  const step = { publish: false, withoutWrong: false, slipReason: "" };
  await (await runImport(by, { id, version, ...step })).done;
  return by.db.select().from(needs).where(eq(needs.buyerId, by.organisation.id)).orderBy(needs.reference);
}

test("several packages in one file and a package of records are one list of needs", async () => {
  const record = { ocid: "p-3", releases: [release("p-3", "Kades meten")] };
  const file = [
    packageOf(release("p-1", "Bruggen meten")),
    packageOf(release("p-2", "Sluizen meten")),
    JSON.stringify({ version: "1.1", records: [record] }),
  ].join("\n");
  expect(await checked(file)).toMatchObject({ format: "ocds", rows: 3, newRows: 3, wrong: [] });
});

test("a need of another buyer is told of and is not taken in, also beside one's own", async () => {
  const other = { buyer: { id: "other", name: "Gemeente Elders" } };
  const { newRows, wrong } = await checked(
    packageOf(release("b-1", "Bruggen meten"), release("b-2", "Sluizen meten", other)),
  );
  expect(newRows).toBe(1);
  expect(wrong).toEqual([["Sluizen meten", "buyer imports.otherBuyer Gemeente Elders"]]);
});

test("a release without planning, value or period is a draft without them", async () => {
  const bare = { ...release("c-1", "Kaal plan"), planning: undefined, language: undefined };
  const [need] = await needsOf(packageOf(bare));
  expect(need).toMatchObject({
    title: "Kaal plan",
    reference: "c-1",
    status: "draft",
    language: "nl",
    certainty: "idea",
    visibility: "organisation",
    windowStart: null,
    windowEnd: null,
    valueMinCents: null,
    valueMaxCents: null,
    theme: null,
  });
});

test("dates that are none, or in the wrong order, are told of at their column", async () => {
  const { newRows, wrong } = await checked(
    packageOf(
      release("d-1", "", during("Bestaat niet", "2027-02-30T00:00:00Z", "2027-12-31T00:00:00Z")),
      release("d-2", "", during("Geen datum", "2027-01-01T00:00:00Z", "ooit eens")),
      release("d-3", "", during("Achterstevoren", "2028-01-01T00:00:00Z", "2027-01-01T00:00:00Z")),
      release("d-4", "", during("Alleen een einde", null, "2027-12-31T00:00:00Z")),
      release("d-5", "", during("Een jaar alleen", 2027, { no: "date" })),
    ),
  );
  expect(wrong).toEqual([
    ["Bestaat niet", "window_start imports.noSuchDay 2027-02-30"],
    ["Geen datum", "window_end imports.notAPeriod ooit eens"],
    ["Achterstevoren", "window_end needs.endsBeforeStart 2027-01-01"],
  ]);
  expect(newRows).toBe(2);
});

test("UTF-8, with or without its mark, and ISO-8859-1 give the same need", async () => {
  const text = packageOf(release("e-1", "Coördinatie van cafés op het strandplein"));
  await needsOf(text);
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(text, "latin1")])
    expect(await checked(bytes)).toMatchObject({ unchangedRows: 1, newRows: 0, changedRows: 0, wrong: [] });
});

const real = {
  planning: ["331547", "Municipalidad de Loma Plata"],
  "record-package-1": ["ocds-07smqs-993235", "Instituto Nacional de Antropología e Historia"],
  "release-package-1": ["OCDS-87SD3T-AD-SF-DRM-063-2015", "SECRETARÍA DE FINANZAS"],
  "release-package_encoding-iso-8859-1": ["OCDS-87SD3T-SEFIN-DRM-AD-024-2016", "SECRETARÍA DE FINANZAS"],
};

for (const [name, [reference, buyer]] of Object.entries(real)) {
  const file = publicData(`ocds/${name}.json`);
  if (!file) continue;
  test(`of ${name}, as it was published, each process is a row, and another buyer's`, async () => {
    const { id, format, rows, wrongRows, wrong } = await checked(file);
    expect({ format, rows, wrongRows }).toEqual({ format: "ocds", rows: 1, wrongRows: 1 });
    expect(wrong[0]).toContain(`buyer imports.otherBuyer ${buyer}`);
    expect((await api.imports.rows({ id, outcome: "wrong" }))[0]!.reference).toBe(reference);
  });
}
