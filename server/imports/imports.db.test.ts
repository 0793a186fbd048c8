import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { events } from "@/db/schema/events";
import { needSlips, needs } from "@/db/schema/needs";
import { env } from "@/env";
import { verifyLog } from "@/scripts/verify-log/read";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { checkImport } from "./commands/check";
import { runImport } from "./commands/run";
import { undoImport } from "./commands/undo";
import { uploadImport } from "./commands/upload";

const theme = region().region.missionThemes[0]!.slug;
const HEAD = "reference;title;window_start;window_end;value_min;value_max;certainty;theme;visibility";
const line = (
  reference: string,
  title: string,
  more: { start?: string; value?: string; certainty?: string } = {},
) =>
  [
    reference,
    title,
    more.start ?? "2027-Q1",
    "2027-Q4",
    more.value ?? "100",
    "1000000",
    more.certainty ?? "budgeted",
    theme,
    "public",
  ].join(";");
const file = (...lines: string[]) => [HEAD, ...lines].join("\n");

async function buyer() {
  const ctx = await someone("ministry", "buyer");
  return { ctx, api: createCaller(ctx) };
}
type Buyer = Awaited<ReturnType<typeof buyer>>;

async function upload({ ctx }: Pick<Buyer, "ctx">, content: string | Buffer) {
  const path = join(await mkdtemp(join(tmpdir(), "bundel-test-")), "file");
  await writeFile(path, content);
  return uploadImport(ctx, { path, name: "planning.csv", language: "nl" });
}

/** Uploads and checks; what the check says. */
async function checked(by: Buyer, content: string | Buffer) {
  const { id, version, mapping } = await upload(by, content);
  const step = await checkImport(by.ctx, { id, version, mapping });
  await step.done;
  return by.api.imports.byId({ id });
}

async function ran(by: Buyer, content: string, more: object = {}) {
  const { id, version } = await checked(by, content);
  const step = await runImport(by.ctx, {
    id,
    version,
    publish: true,
    withoutWrong: false,
    slipReason: "",
    ...more,
  });
  await step.done;
  return by.api.imports.byId({ id });
}

async function undone(by: Buyer, { id, version }: { id: string; version: number }) {
  const step = await undoImport(by.ctx, { id, version, reason: "Verkeerd bestand" });
  await step.done;
  return by.api.imports.byId({ id });
}

const ownNeeds = ({ ctx }: Buyer) =>
  database().select().from(needs).where(eq(needs.buyerId, ctx.organisation.id)).orderBy(needs.title);
const verbsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ verb }) => verb,
  );
const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.cause?.key ?? error.key ?? String(error),
  );

test("a right file is needs, published where complete, each with its event; the log holds", async () => {
  const by = await buyer();
  const shown = await ran(by, file(line("A-1", "Bruggen meten"), line("A-2", "Sluizen meten")));
  expect(shown).toMatchObject({ status: "done", newRows: 2, wrongRows: 0, failure: null });
  const made = await ownNeeds(by);
  expect(made.map(({ title, status, version }) => [title, status, version])).toEqual([
    ["Bruggen meten", "published", 1],
    ["Sluizen meten", "published", 1],
  ]);
  expect(await verbsOf(made[0]!.id)).toEqual(["need.published"]);
  const sql = postgres(env.DATABASE_URL!, { max: 1, onnotice: () => {} });
  const { findings, count } = await verifyLog(sql, []);
  await sql.end();
  expect(findings).toEqual([]);
  expect(count).toBeGreaterThan(1);
});

test("the check changes no need, and tells new, changed with the fields, unchanged, wrong and likely the same", async () => {
  const by = await buyer();
  await ran(
    by,
    file(line("A-1", "Bruggen meten"), line("A-2", "Sluizen meten"), line("", "Dijken bewaken met drones")),
  );
  const before = await ownNeeds(by);
  const shown = await checked(
    by,
    file(
      line("A-1", "Bruggen meten"),
      line("A-2", "Sluizen meten", { value: "200", certainty: "announced" }),
      line("A-3", "Kades meten"),
      line("", "Dijken bewaken met een drone"),
      line("A-4", "x"),
      line("A-3", "Nog eens A-3"),
    ),
  );
  expect(shown).toMatchObject({ newRows: 2, changedRows: 1, unchangedRows: 1, wrongRows: 2, likelyRows: 1 });
  const rows = (outcome: "changed" | "wrong" | "likely") => by.api.imports.rows({ id: shown.id, outcome });
  expect((await rows("changed"))[0]).toMatchObject({ line: 3, changed: ["valueMinCents", "certainty"] });
  expect((await rows("likely"))[0]).toMatchObject({ line: 5, like: { title: "Dijken bewaken met drones" } });
  expect(
    (await rows("wrong")).map(({ line, issues }) => [
      line,
      issues.map(({ field, key }) => `${field} ${key}`),
    ]),
  ).toEqual([
    [6, ["title forms.wrong.tooShort"]],
    [7, ["reference imports.duplicateReference"]],
  ]);
  expect(await ownNeeds(by)).toEqual(before);
});

test("among 2,000 needs whose titles are alike, the one that a row repeats is the one that is told", async () => {
  const by = await buyer();
  const named = (number: number) => `Onderhoud van brug ${String(number).padStart(4, "0")}`;
  await ran(by, file(...Array.from({ length: 2_000 }, (_, number) => line(`A-${number}`, named(number)))));
  const { id, likelyRows } = await checked(
    by,
    file(
      line("B-1", "Onderhoud van de brug 1234"),
      line("B-2", "onderhoud van brug 0789."),
      line("B-3", "Kades meten"),
    ),
  );
  expect(likelyRows).toBe(2);
  const rows = await by.api.imports.rows({ id, outcome: "likely" });
  expect(rows.map(({ like }) => like?.title)).toEqual([named(1234), named(789)]);
});

test("while a row is wrong nothing is imported, unless the wrong ones are left out", async () => {
  const by = await buyer();
  const { id, version } = await checked(by, file(line("A-1", "Bruggen meten"), line("A-2", "x")));
  const run = (withoutWrong: boolean) =>
    runImport(by.ctx, { id, version, publish: false, withoutWrong, slipReason: "" });
  expect(await code(run(false))).toBe("imports.wrongRows");
  await (await run(true)).done;
  expect((await ownNeeds(by)).map(({ reference, status }) => [reference, status])).toEqual([
    ["A-1", "draft"],
  ]);
});

test("all or nothing: when one row cannot be kept any more, none is, and the reason is said", async () => {
  const by = await buyer();
  const { id, version } = await checked(by, file(line("A-1", "Bruggen meten"), line("A-2", "Sluizen meten")));
  await by.api.needs.create({
    title: "Tussendoor gemaakt",
    language: "nl",
    certainty: "idea",
    visibility: "organisation",
    reference: "A-2",
  });
  const head = await database().select().from(events).orderBy(desc(events.seq)).limit(1);
  await (await runImport(by.ctx, { id, version, publish: true, withoutWrong: false, slipReason: "" })).done;
  expect(await by.api.imports.byId({ id })).toMatchObject({
    status: "checked",
    failure: "imports.changedSince",
  });
  expect((await ownNeeds(by)).map(({ title }) => title)).toEqual(["Tussendoor gemaakt"]);
  expect(await database().select().from(events).orderBy(desc(events.seq)).limit(1)).toEqual(head);
});

test("a window of a published need moves only with a reason, and the slip is kept", async () => {
  const by = await buyer();
  await ran(by, file(line("A-1", "Bruggen meten")));
  const moved = file(line("A-1", "Bruggen meten", { start: "2027-Q2" }));
  const { id, version, movedRows } = await checked(by, moved);
  expect(movedRows).toBe(1);
  const run = (slipReason: string) =>
    runImport(by.ctx, { id, version, publish: false, withoutWrong: false, slipReason });
  expect(await code(run(""))).toBe("incomplete");
  await (await run("Het budget kwam later")).done;
  const [need] = await ownNeeds(by);
  expect(need).toMatchObject({ windowStart: "2027-04-01", version: 2 });
  const slips = await database().select().from(needSlips).where(eq(needSlips.needId, need!.id));
  expect(slips).toMatchObject([
    { fromStart: "2027-01-01", toStart: "2027-04-01", reason: "Het budget kwam later" },
  ]);
});

test("what a file does not speak of stays as it is", async () => {
  const by = await buyer();
  await ran(by, file(line("A-1", "Bruggen meten")));
  const shown = await ran(by, "reference;title\nA-1;Bruggen en sluizen meten");
  expect(shown).toMatchObject({ status: "done", changedRows: 1 });
  expect((await ownNeeds(by))[0]).toMatchObject({
    title: "Bruggen en sluizen meten",
    theme,
    certainty: "budgeted",
  });
});

test("undoing withdraws what was new, restores what was changed, and keeps and counts what somebody changed since", async () => {
  const by = await buyer();
  await ran(by, file(line("A-1", "Bruggen meten")));
  const second = await ran(
    by,
    file(line("A-1", "Bruggen anders meten"), line("A-2", "Sluizen meten"), line("A-3", "Kades meten")),
  );
  const touched = (await ownNeeds(by)).find(({ reference }) => reference === "A-3")!;
  await by.api.needs.withdraw({ id: touched.id, version: touched.version, reason: "Kan niet meer" });
  const shown = await undone(by, second);
  expect(shown).toMatchObject({ status: "undone", keptRows: 1, failure: null });
  const after = await ownNeeds(by);
  expect(after.map(({ title, status, reference }) => [title, status, reference])).toEqual([
    ["Bruggen meten", "published", "A-1"],
    ["Kades meten", "withdrawn", "A-3"],
    ["Sluizen meten", "withdrawn", null],
  ]);
  expect(await verbsOf(after[0]!.id)).toEqual(["need.published", "need.changed", "need.changed"]);
  expect(await code(undone(by, shown))).toBe("wrongState");
  // The reference is free again, so the mended file can come in.
  expect(await checked(by, file(line("A-2", "Sluizen meten")))).toMatchObject({ newRows: 1, wrongRows: 0 });
});

test("a file is of its organisation alone, and only for its buyers", async () => {
  const by = await buyer();
  const { id, version } = await checked(by, file(line("A-1", "Bruggen meten")));
  const other = await buyer();
  const colleague = as(await person(by.ctx.organisation, ["manager"]));
  for (const ctx of [other.ctx, colleague]) {
    expect(await code(createCaller(ctx).imports.byId({ id }))).toBe("notFound");
    expect(await code(createCaller(ctx).imports.wrongRows({ id }))).toBe("notFound");
    expect(await code(createCaller(ctx).imports.run({ id, version }))).toBe("notFound");
  }
  expect(await code(upload({ ctx: colleague as Buyer["ctx"] }, file(line("A-1", "Bruggen meten"))))).toBe(
    "needs.onlyBuyers",
  );
  expect(await code(upload({ ctx: asVisitor() as never }, file(line("A-1", "Bruggen meten"))))).toBe(
    "signIn",
  );
});

test("of two who run one import, one does; a stale version is told", async () => {
  const by = await buyer();
  const { id, version } = await checked(by, file(line("A-1", "Bruggen meten")));
  const run = () => runImport(by.ctx, { id, version, publish: true, withoutWrong: false, slipReason: "" });
  const outcomes = await Promise.all([
    code(run().then(({ done }) => done)),
    code(run().then(({ done }) => done)),
  ]);
  expect(outcomes.sort()).toEqual(["done", "wrongState"]);
  expect(await ownNeeds(by)).toHaveLength(1);
});

test("the columns that an organisation chose are remembered for its next file", async () => {
  const by = await buyer();
  const strange = (reference: string) => `X;Y\n${reference};Bruggen meten`;
  const { id, version } = await upload(by, strange("A-1"));
  const check = await checkImport(by.ctx, { id, version, mapping: { reference: "X", title: "Y" } });
  await check.done;
  await (
    await runImport(by.ctx, {
      id,
      version: check.version + 1,
      publish: false,
      withoutWrong: false,
      slipReason: "",
    })
  ).done;
  expect((await upload(by, strange("A-2"))).mapping).toEqual({ reference: "X", title: "Y" });
});

test("a need that was withdrawn is not changed by a file", async () => {
  const by = await buyer();
  await ran(by, file(line("A-1", "Bruggen meten")));
  const [need] = await ownNeeds(by);
  await by.api.needs.withdraw({ id: need!.id, version: 1, reason: "Niet meer nodig" });
  const shown = await checked(by, file(line("A-1", "Bruggen anders meten")));
  expect(shown).toMatchObject({ wrongRows: 1 });
  const [row] = await by.api.imports.rows({ id: shown.id, outcome: "wrong" });
  expect(row!.issues).toMatchObject([{ field: "reference", key: "imports.closedNeed" }]);
});
