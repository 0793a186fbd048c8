import { join } from "node:path";
import { eq, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { loadDemo } from "@/db/regions/load-demo";
import { persons } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import { seedDemonstration } from "@/scripts/seed/demonstration";
import type { Person } from "@/server/core/actor";
import { loadSourceRound } from "@/server/ecosystem/commands";
import { region, regionFolder } from "@/server/regions/region";
import { createCaller } from "@/server/trpc/root";
import { as, asVisitor } from "@/tests/factories/people";

const PERSONAS = [
  "buyer-ministry",
  "buyer-municipality",
  "curator",
  "curator-2",
  "company-a",
  "company-b",
  "reviewer-1",
  "reviewer-2",
  "funding-officer",
  "approver-1",
  "approver-2",
  "educator",
  "researcher",
  "financier",
  "admin",
];

beforeAll(async () => {
  await loadSourceRound(asVisitor());
  await seedDemonstration(database(), loadDemo(join(regionFolder(), "demo"), region()));
}, 120_000);

test("the invented data act out the whole chain: from a weak element to a published award", async () => {
  const api = createCaller(asVisitor());

  const heatmap = await api.ecosystem.heatmap({});
  expect(heatmap.weak).toBeGreaterThan(0);
  expect(heatmap.cells.some(({ rating, interventions }) => rating === "weak" && interventions > 0)).toBe(
    true,
  );

  const needs = await api.needs.list({ pageSize: 100 });
  expect(needs.total).toBeGreaterThanOrEqual(40);
  expect(new Set(needs.needs.map(({ buyer }) => buyer.id)).size).toBe(8);

  const { programmes } = await api.programmes.list({});
  expect(new Set(programmes.map(({ programmeTheme }) => programmeTheme))).toEqual(
    new Set(region().programmeThemes.map(({ slug }) => slug)),
  );
  expect((await api.funding.funds()).funds).toHaveLength(2);

  const { decisions } = await api.funding.decisions({});
  const awards = decisions.filter(({ kind }) => kind === "award");
  expect(awards.length).toBeGreaterThan(0);
  for (const { id } of awards)
    expect((await api.collaboration.chain({ kind: "decision", id })).cells.length).toBeGreaterThan(0);
});

describe("the first thing after signing in", () => {
  test("every persona of the demonstration is asked about here", async () => {
    const played = await database().select().from(persons).where(isNotNull(persons.persona));
    expect(played.map(({ persona }) => persona).sort()).toEqual([...PERSONAS].sort());
  });

  test.each(PERSONAS)("something waits for %s, with one action, the nearest deadline first", async (slug) => {
    const api = createCaller(as(await playing(slug)));
    const duties = (await api.notifications.tasks()).filter(({ isChance }) => !isChance);
    expect(duties.length).toBeGreaterThan(0);
    expect(await api.notifications.waiting()).toBe(duties.length);
    for (const { href, title } of duties) {
      expect(href).toMatch(/^\/[a-z]+\//);
      expect(title).not.toBe("");
    }
    const deadlines = duties.map(({ deadline }) => deadline?.getTime() ?? Number.POSITIVE_INFINITY);
    expect(deadlines).toEqual(deadlines.toSorted((one, other) => one - other));
  });

  test("the curator leads a published programme and a draft that may be changed and that a buyer is asked for", async () => {
    const api = createCaller(as(await playing("curator")));
    const { programmes } = await api.programmes.list({ mine: true });
    expect(programmes.filter(({ status }) => status === "published").length).toBeGreaterThanOrEqual(4);
    const drafts = programmes.filter(({ status }) => status === "draft");
    expect(drafts).toHaveLength(1);
    const draft = await api.programmes.byId({ id: drafts[0]!.id });
    expect(draft.abilities.change.can).toBe(true);
    expect(draft.missing).toEqual([]);
    expect(draft.needs.map(({ consent }) => consent.status)).toContain("proposed");
    const tasks = await api.notifications.tasks();
    expect(tasks.find(({ task }) => task === "publishProgramme")).toMatchObject({
      subjectId: draft.id,
      href: `/programmes/${draft.id}`,
    });
  });

  test("the organisation that waits for the administrator is one of the demonstration", async () => {
    const tasks = await createCaller(as(await playing("admin"))).notifications.tasks();
    const waiting = tasks.filter(({ task }) => task === "verifyOrganisation");
    expect(waiting).toHaveLength(1);
    const [row] = await database()
      .select()
      .from(organisations)
      .where(eq(organisations.id, waiting[0]!.subjectId));
    expect(row).toMatchObject({ isDemonstration: true, verifiedAt: null });
  });
});

/** As the persona is after signing in. */
async function playing(slug: string): Promise<Person> {
  const [row] = await database()
    .select()
    .from(persons)
    .leftJoin(memberships, eq(memberships.personId, persons.id))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(persons.persona, slug));
  const { persons: person, memberships: membership, organisations: home } = row!;
  return {
    kind: "person",
    personId: person.id,
    sessionId: null,
    isAdministrator: person.isAdministrator,
    organisation: home && {
      id: home.id,
      name: home.name,
      kind: home.kind,
      isVerified: home.verifiedAt !== null,
      roles: membership!.roles,
    },
  };
}
