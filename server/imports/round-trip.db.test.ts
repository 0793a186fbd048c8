import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { someone } from "@/tests/factories/people";
import { exportAnswer } from "../exports/answer";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { checkImport } from "./commands/check";
import { uploadImport } from "./commands/upload";

const by = await someone("ministry", "buyer");
const api = createCaller(by);
const full = {
  title: "Pompen voor het noordelijk gemaal",
  description: 'Met een "gebruiksaanwijzing";\nin twee delen',
  language: "nl" as const,
  reference: "REF-1",
  certainty: "budgeted" as const,
  visibility: "public" as const,
  windowStart: "2031-04-01",
  windowEnd: "2031-06-30",
  valueMinCents: 1_234_50,
  valueMaxCents: 2_000_00,
  theme: region().region.missionThemes[0]!.slug,
  ecosystems: listEcosystems()
    .slice(0, 2)
    .map(({ slug }) => slug),
  place: "Haven",
  procedure: "open" as const,
  skills: ["lassen; meten"],
  questions: ["Hoe lang | hoe vaak?", '"Wie" betaalt het?'],
};
const dated = { windowPrecision: "date" as const, windowStart: "2031-04-12", windowEnd: "2031-05-03" };
for (const need of [
  full,
  { ...full, reference: null, title: "Zonder eigen kenmerk", description: "", skills: [], questions: [] },
  { ...full, ...dated, reference: "REF-3", title: "Op een dag nauwkeurig" },
]) {
  const { id } = await api.needs.create(need);
  await api.needs.publish({ id, version: 1 });
}

const filesOf = { csv: "behoeften.csv", xlsx: "behoeften.xlsx", ocds: "behoeften.json" };

for (const [kind, name] of Object.entries(filesOf))
  test(`what was exported as ${kind} comes in again without a difference`, async () => {
    const path = join(await mkdtemp(join(tmpdir(), "bundel-test-")), "file");
    await writeFile(path, await buffer(exportAnswer(by, kind, { q: "" }, "").body as never));
    const { id, version, mapping } = await uploadImport(by, { path, name, language: "nl" });
    await (await checkImport(by, { id, version, mapping })).done;
    const { newRows, changedRows, unchangedRows, wrongRows } = await api.imports.byId({ id });
    expect({ newRows, changedRows, unchangedRows, wrongRows }).toEqual({
      newRows: 0,
      changedRows: 0,
      unchangedRows: 3,
      wrongRows: 0,
    });
  });
