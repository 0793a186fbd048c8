import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { diagnosisRounds, ratings } from "@/db/schema/ecosystem";
import { events } from "@/db/schema/events";
import { createCaller } from "@/server/trpc/root";
import { cluster, judged } from "@/tests/factories/diagnosis";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";
import type { Context } from "../core/context";
import { allows } from "../core/policy";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { loadSourceRound } from "./commands";
import { roundPolicy } from "./policy";
import { roundsVisibleTo } from "./queries";

const api = (ctx: Context) => createCaller(ctx).ecosystem;
const heldOn = "2026-05-01";
const sector = () => listEcosystems().find(({ kind }) => kind === "sector")!.slug;

const eventsOf = (id: string) =>
  database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq);

beforeAll(async () => {
  await loadSourceRound(asVisitor());
});

describe("the round of the region's source", () => {
  test("is loaded once, with exactly the ratings of the pack", async () => {
    await loadSourceRound(asVisitor());
    const rounds = await database()
      .select()
      .from(diagnosisRounds)
      .where(eq(diagnosisRounds.fromSource, true));
    expect(rounds).toHaveLength(1);
    const rows = await database().select().from(ratings).where(eq(ratings.roundId, rounds[0]!.id));
    const plain = ({ ecosystem, element, rating }: { ecosystem: string; element: string; rating: string }) =>
      `${ecosystem} ${element} ${rating}`;
    expect(rows.map(plain).sort()).toEqual(region().ratings.map(plain).sort());
  });

  test("is kept by nobody: no curator can change it", async () => {
    const curator = await someone("cluster-organisation", "curator", "analyst");
    const { rounds } = await api(curator).rounds();
    const source = rounds.find(({ fromSource }) => fromSource)!;
    await expect(
      api(curator).rateCell(judged({ id: source.id, version: source.version })),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("the heatmap", () => {
  test("has every ecosystem by every element, and what is not rated is not assessed, not weak", async () => {
    const { cells, weak, uncovered } = await api(asVisitor()).heatmap({});
    expect(cells).toHaveLength(listEcosystems().length * region().elements.length);
    expect(weak).toBe(cells.filter(({ rating }) => rating === "weak").length);
    expect(uncovered.every(({ rating }) => rating === "weak")).toBe(true);
  });

  test("can be narrowed to sectors, to one ecosystem, to one element", async () => {
    const sectors = await api(asVisitor()).heatmap({ kind: "sector", element: "leadership" });
    expect(sectors.cells.map(({ ecosystem }) => ecosystem)).toEqual(
      listEcosystems().flatMap(({ kind, slug }) => (kind === "sector" ? [slug] : [])),
    );
    const one = await api(asVisitor()).heatmap({ ecosystem: cluster() });
    expect(one.cells).toHaveLength(region().elements.length);
  });
});

describe("a cell", () => {
  test("gives ground, place in the source, and instruments for its element and phase", async () => {
    const rated = region().ratings.find(({ ecosystem }) => ecosystem === cluster())!;
    const cell = await api(asVisitor()).cell({ ecosystem: rated.ecosystem, element: rated.element });
    const first = cell.history.at(-1)!;
    expect(first).toMatchObject({ rating: rated.rating, basis: rated.basis });
    const offered = [...cell.advisedInstruments, ...cell.fitting];
    expect(offered.length).toBeGreaterThan(0);
    for (const { phases, elements } of cell.fitting) {
      expect(elements).toContain(rated.element);
      expect(phases.length === 0 || phases.includes(cell.ecosystem.phase!)).toBe(true);
    }
  });

  test("gives every recommendation that the source document makes for it", async () => {
    for (const { ecosystem, element, text, instruments } of region().recommendations) {
      const cell = await api(asVisitor()).cell({ ecosystem, element });
      expect(cell.advice.map((one) => one.text)).toContainEqual(text);
      expect(cell.advisedInstruments.map(({ slug }) => slug)).toEqual(expect.arrayContaining(instruments));
    }
  });

  test("of an unknown ecosystem does not exist", async () => {
    await expect(
      api(asVisitor()).cell({ ecosystem: "no-such-place", element: "talent" }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("a new round", () => {
  test("starts from the newest published ratings, is rated, published, and shows what it changed", async () => {
    const analyst = await someone("cluster-organisation", "analyst");
    const { id, version } = await api(analyst).createRound({ title: "Voorjaar", heldOn });
    const { ratings: start } = await api(analyst).round({ id });
    const before = start.find((one) => one.ecosystem === cluster() && one.element === "leadership");
    const rating = before?.rating === "strong" ? "weak" : "strong";
    const rated = await api(analyst).rateCell(judged({ id, version, rating }));
    const { version: published } = await api(analyst).publishRound({ id, version: rated.version });
    const round = await api(asVisitor()).round({ id });
    expect(round.round).toMatchObject({ status: "published", version: published });
    expect(round.differences).toEqual([
      { ecosystem: cluster(), element: "leadership", from: before?.rating ?? "not-assessed", to: rating },
    ]);
    const cell = await api(asVisitor()).cell({ ecosystem: cluster(), element: "leadership" });
    expect(cell.history.map(({ round }) => round.id)).toContain(id);
    expect((await eventsOf(id)).map(({ verb }) => verb)).toEqual([
      "diagnosis.opened",
      "diagnosis.rated",
      "diagnosis.published",
    ]);
  });

  test("keeps formula and inputs of what was measured", async () => {
    const analyst = await someone("municipality", "analyst");
    const { id, version } = await api(analyst).createRound({ title: "Gemeten", heldOn });
    const measurement = {
      formula: "waarde / gemiddelde",
      inputs: [{ name: "starters per 1.000", value: 14.2, unit: "bedrijven" }],
    };
    await api(analyst).rateCell(judged({ id, version, basis: "measured", evidence: "", measurement }));
    const { ratings: rows } = await api(analyst).round({ id });
    const row = rows.find((one) => one.ecosystem === cluster() && one.element === "leadership");
    expect(row?.measurement).toEqual(measurement);
  });

  test("refuses a measured rating without measurement and a judged one without evidence", async () => {
    const analyst = await someone("municipality", "analyst");
    const { id, version } = await api(analyst).createRound({ title: "Zonder grond", heldOn });
    for (const without of [{ basis: "measured" as const }, { evidence: "" }])
      await expect(api(analyst).rateCell(judged({ id, version, ...without }))).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
  });

  test("is not for others: a company's manager opens none, another organisation changes none", async () => {
    const manager = await someone("company", "manager");
    await expect(api(manager).createRound({ title: "Eigen ronde", heldOn })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(api(asVisitor()).createRound({ title: "Eigen ronde", heldOn })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    const keeper = await someone("cluster-organisation", "curator");
    const other = await someone("cluster-organisation", "curator");
    const { id, version } = await api(keeper).createRound({ title: "Van ons", heldOn });
    await expect(api(other).round({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(api(other).rateCell(judged({ id, version }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(api(other).publishRound({ id, version })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const colleague = as(await person(keeper.organisation, ["buyer"]));
    await expect(api(colleague).publishRound({ id, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("waits for verification of the organisation", async () => {
    const unverified = await organisation("cluster-organisation", { verifiedAt: null });
    const curator = as(await person(unverified, ["curator"]));
    await expect(api(curator).createRound({ title: "Te vroeg", heldOn })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("cannot be held in the future, nor rate a sector on what cannot be split by sector", async () => {
    const analyst = await someone("cluster-organisation", "analyst");
    await expect(
      api(analyst).createRound({ title: "Volgend jaar", heldOn: "2090-01-01" }),
    ).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
    await expect(api(analyst).createRound({ title: "Jaar nul", heldOn: "0000-01-01" })).rejects.toMatchObject(
      {
        code: "BAD_REQUEST",
      },
    );
    const { id, version } = await api(analyst).createRound({ title: "Sectoren", heldOn });
    const notPerSector = region().elements.find(({ ratedPerSector }) => !ratedPerSector)!.slug;
    await expect(
      api(analyst).rateCell(judged({ id, version, ecosystem: sector(), element: notPerSector })),
    ).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
    await expect(
      api(analyst).rateCell(judged({ id, version, ecosystem: "no-such-place" })),
    ).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
  });

  test("once published cannot be rated or published again", async () => {
    const analyst = await someone("cluster-organisation", "analyst");
    const { id, version } = await api(analyst).createRound({ title: "Klaar", heldOn });
    const done = await api(analyst).publishRound({ id, version });
    await expect(api(analyst).rateCell(judged({ id, version: done.version }))).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    await expect(api(analyst).publishRound({ id, version: done.version })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
  });

  test("with nothing rated is not published", async () => {
    const analyst = await someone("cluster-organisation", "analyst");
    const { id, version } = await api(analyst).createRound({ title: "Leeg", heldOn });
    await database().delete(ratings).where(eq(ratings.roundId, id));
    await expect(api(analyst).publishRound({ id, version })).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
  });

  test("two who rate at once: the second is told and sees the cell as it is now", async () => {
    const analyst = await someone("cluster-organisation", "analyst");
    const { id, version } = await api(analyst).createRound({ title: "Samen", heldOn });
    const both = await Promise.allSettled([
      api(analyst).rateCell(judged({ id, version, rating: "weak" })),
      api(analyst).rateCell(judged({ id, version, rating: "average" })),
    ]);
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    const winner = both[0]!.status === "fulfilled" ? "weak" : "average";
    expect(refused[0]!.reason).toMatchObject({
      code: "CONFLICT",
      cause: { details: { current: { rating: winner, version: version + 1 } } },
    });
  });
});

test("roundsVisibleTo and the policy agree, for every kind of reader and both states", async () => {
  const keeper = await someone("cluster-organisation", "curator");
  const draft = await api(keeper).createRound({ title: "In opbouw", heldOn });
  const open = await api(keeper).createRound({ title: "Openbaar", heldOn });
  await api(keeper).publishRound({ id: open.id, version: open.version });
  const readers = [
    keeper,
    as(await person(keeper.organisation, ["buyer"])),
    await someone("company", "manager"),
    as(await person(null, [], { isAdministrator: true })),
    asVisitor(),
  ];
  for (const reader of readers) {
    const seen = await database().select().from(diagnosisRounds).where(roundsVisibleTo(reader.actor));
    for (const { id } of [draft, open]) {
      const [row] = await database().select().from(diagnosisRounds).where(eq(diagnosisRounds.id, id));
      expect(seen.some((one) => one.id === id)).toBe(allows(roundPolicy, reader.actor, "read", row!));
    }
  }
});
