import { join } from "node:path";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { loadDemo } from "@/db/regions/load-demo";
import { seedDemonstration } from "@/scripts/seed/demonstration";
import { loadSourceRound } from "@/server/ecosystem/commands";
import { region, regionFolder } from "@/server/regions/region";
import { createCaller } from "@/server/trpc/root";
import { asVisitor } from "@/tests/factories/people";

test("the invented data act out the whole chain: from a weak element to a published award", async () => {
  const visitor = asVisitor();
  await loadSourceRound(visitor);
  await seedDemonstration(database(), loadDemo(join(regionFolder(), "demo"), region()));
  const api = createCaller(visitor);

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
}, 120_000);
