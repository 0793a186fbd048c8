import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { events } from "@/db/schema/events";
import { interventions } from "@/db/schema/interventions";
import { createCaller } from "@/server/trpc/root";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";
import type { Context } from "../core/context";
import { loadSourceRound } from "../ecosystem/commands";
import { region } from "../regions/region";
import type { Plan } from "./input";

const api = (ctx: Context) => createCaller(ctx).interventions;

/** The first weak cell of the source for which the catalogue has an instrument. */
const weakCell = () => {
  const { ratings, instruments } = region();
  const cell = ratings.find(
    ({ rating, element }) =>
      rating === "weak" && instruments.some(({ elements }) => elements.includes(element)),
  )!;
  return {
    ecosystem: cell.ecosystem,
    element: cell.element,
    instrument: instruments.find(({ elements }) => elements.includes(cell.element))!.slug,
  };
};

const plan = (given: Partial<Plan> = {}): Plan => ({
  title: "Een tafel met elkaar",
  description: "Zes bijeenkomsten per jaar.",
  language: "nl",
  ...weakCell(),
  partners: [],
  budgetCents: 12_500_000,
  startsOn: "2027-01-01",
  endsOn: "2028-12-31",
  target: {
    indicator: "Partijen die een project leiden",
    unit: "partijen",
    baseline: 3,
    goal: 8,
    reviewOn: "2028-11-01",
  },
  ...given,
});

const result = { value: 9, measuredOn: "2028-11-01", note: "Meer partijen dan verwacht." };

const verbsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ verb }) => verb,
  );

beforeAll(async () => {
  await loadSourceRound(asVisitor());
});

describe("planning", () => {
  test("is done by a curator for the own organisation, with partners, and is recorded", async () => {
    const curator = await someone("municipality", "curator");
    const partner = await organisation("education");
    const { id } = await api(curator).plan(plan({ partners: [partner.id, partner.id] }));
    const made = await api(asVisitor()).byId({ id });
    expect(made).toMatchObject({
      status: "planned",
      owner: { id: curator.organisation.id },
      partners: [{ id: partner.id }],
      takesPart: false,
    });
    expect(await verbsOf(id)).toEqual(["intervention.planned"]);
    expect(await api(as(await person(partner, ["partner"]))).byId({ id })).toMatchObject({ takesPart: true });
  });

  test("is refused to a visitor, to another role, and while the organisation is not verified", async () => {
    await expect(api(asVisitor()).plan(plan())).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const buyer = await someone("municipality", "buyer");
    await expect(api(buyer).plan(plan())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const unverified = await organisation("municipality", { verifiedAt: null });
    await expect(api(as(await person(unverified, ["curator"]))).plan(plan())).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("refuses what the catalogue or the region does not know, unknown partners and the owner as partner", async () => {
    const curator = await someone("province", "curator");
    const { instrument, element } = weakCell();
    const elements = region().instruments.find(({ slug }) => slug === instrument)!.elements;
    const otherElement = region().elements.find(({ slug }) => slug !== element && !elements.includes(slug))!;
    for (const misfit of [
      { instrument: "no-such-instrument" },
      { ecosystem: "no-such-place" },
      { element: otherElement.slug },
      { partners: ["01890000-0000-7000-8000-000000000000"] },
      { partners: [curator.organisation.id] },
    ])
      await expect(api(curator).plan(plan(misfit)), JSON.stringify(misfit)).rejects.toMatchObject({
        code: "UNPROCESSABLE_CONTENT",
      });
    for (const wrong of [
      { endsOn: "2026-01-01" },
      { startsOn: "0000-01-01" },
      { budgetCents: -1 },
      { title: "" },
    ])
      await expect(api(curator).plan(plan(wrong)), JSON.stringify(wrong)).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    expect(await database().$count(interventions, eq(interventions.ownerId, curator.organisation.id))).toBe(
      0,
    );
  });
});

describe("the life of an intervention", () => {
  test("runs from planned to running to completed with a result", async () => {
    const curator = await someone("cluster-organisation", "curator");
    const { id, version } = await api(curator).plan(plan());
    const started = await api(curator).start({ id, version });
    await api(curator).complete({ id, version: started.version, result });
    expect(await api(asVisitor()).byId({ id })).toMatchObject({ status: "completed", result });
    expect(await verbsOf(id)).toEqual([
      "intervention.planned",
      "intervention.started",
      "intervention.completed",
    ]);
  });

  test("a planned one is not completed, a stopped one not started; stopping takes a reason", async () => {
    const curator = await someone("cluster-organisation", "curator");
    const { id, version } = await api(curator).plan(plan());
    await expect(api(curator).complete({ id, version, result })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    await expect(api(curator).stop({ id, version, reason: " " })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    const reason = "Het geld gaat naar een ander plan.";
    const stopped = await api(curator).stop({ id, version, reason });
    await expect(api(curator).start({ id, version: stopped.version })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    expect(await api(asVisitor()).byId({ id })).toMatchObject({ status: "stopped", stopReason: reason });
  });

  test("is changed by its owner only, and the log keeps partners by name", async () => {
    const curator = await someone("cluster-organisation", "curator");
    const partner = await organisation("research");
    const { id, version } = await api(curator).plan(plan());
    const change = { ...plan({ title: "Een grotere tafel", partners: [partner.id] }), id, version };
    const other = await someone("cluster-organisation", "curator");
    await expect(api(other).change(change)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await api(curator).change(change);
    const [, changed] = await database()
      .select()
      .from(events)
      .where(eq(events.subjectId, id))
      .orderBy(events.seq);
    expect(changed!.changes).toEqual({
      title: { from: "Een tafel met elkaar", to: "Een grotere tafel" },
      partners: { from: [], to: [partner.name] },
    });
    await expect(api(curator).change(change)).rejects.toMatchObject({
      code: "CONFLICT",
      cause: { details: { current: { title: "Een grotere tafel", partners: [partner.id] } } },
    });
  });

  test("started twice at the same moment starts once", async () => {
    const curator = await someone("cluster-organisation", "curator");
    const { id, version } = await api(curator).plan(plan());
    const both = await Promise.allSettled([
      api(curator).start({ id, version }),
      api(curator).start({ id, version }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await verbsOf(id)).toEqual(["intervention.planned", "intervention.started"]);
  });
});

describe("what covers what", () => {
  test("a plan on a weak element covers it with its money; once stopped it no longer does", async () => {
    const curator = await someone("cluster-organisation", "curator");
    const cellOf = async () => {
      const { cells } = await api(asVisitor()).coverage();
      const { ecosystem, element } = weakCell();
      return cells.find((one) => one.ecosystem === ecosystem && one.element === element)!;
    };
    const before = await cellOf();
    const { id, version } = await api(curator).plan(plan({ budgetCents: 700 }));
    expect(await cellOf()).toMatchObject({
      interventions: before.interventions + 1,
      budgetCents: before.budgetCents + 700,
    });
    await api(curator).stop({ id, version, reason: "Toch niet nodig gebleken." });
    expect(await cellOf()).toEqual(before);
  });

  test("the catalogue's offer puts what the source advises first, and the rest fits", async () => {
    const advice = region().recommendations[0]!;
    const { advised, fitting } = await api(asVisitor()).fitting({
      ecosystem: advice.ecosystem,
      element: advice.element,
    });
    expect(advised.map(({ slug }) => slug).sort()).toEqual([...advice.instruments].sort());
    expect(fitting.every(({ slug }) => !advice.instruments.includes(slug))).toBe(true);
  });

  test("partners to choose from are verified organisations other than the own", async () => {
    const curator = await someone("cluster-organisation", "curator");
    const verified = await organisation("ngo");
    const unverified = await organisation("ngo", { verifiedAt: null });
    const ids = (await api(curator).possiblePartners()).map(({ id }) => id);
    expect(ids).toContain(verified.id);
    expect(ids).not.toContain(unverified.id);
    expect(ids).not.toContain(curator.organisation.id);
  });
});
