import path from "node:path";
import { describe, expect, it } from "vitest";
import { APPLICATION_STATES } from "../enums";
import { loadRegionPack } from "./load";
import { loadDemo } from "./load-demo";

const directory = path.join(import.meta.dirname, "den-haag");
const pack = loadRegionPack(directory);
const demo = loadDemo(path.join(directory, "demo"), pack);
const weak = new Set(
  pack.ratings.filter(({ rating }) => rating === "weak").map((it) => `${it.ecosystem} ${it.element}`),
);
const treated = new Set(demo.interventions.map((it) => `${it.ecosystem} ${it.element}`));

describe("the demonstration data", () => {
  it("labels every organisation as a demo and keeps its mail at an .example domain", () => {
    for (const organisation of demo.organisations) {
      expect(organisation.name).toMatch(/^Demo.*\((voorbeeld|example)\)$/);
      expect(organisation.slug).toMatch(/^demo-/);
      expect(organisation.emailDomain).toMatch(/^demo-.*\.example$/);
    }
  });

  it("has organisations of every kind that the story needs", () => {
    const count = (kind: string) =>
      demo.organisations.filter((organisation) => organisation.kind === kind).length;
    const kinds =
      "ministry municipality province ngo international-organisation cluster-organisation company education research financier".split(
        " ",
      );
    expect(kinds.map(count)).toEqual([3, 2, 1, 1, 1, 1, 7, 2, 1, 2]);
  });

  it("gives each programme theme four to eight needs of at least three buyers, and leaves about twelve needs alone", () => {
    for (const theme of pack.programmeThemes) {
      const needs = demo.needs.filter((need) => need.programmeTheme === theme.slug);
      expect(needs.length).toBeGreaterThanOrEqual(4);
      expect(needs.length).toBeLessThanOrEqual(8);
      expect(new Set(needs.map((need) => need.buyer)).size).toBeGreaterThanOrEqual(3);
    }
    expect(demo.needs.filter((need) => need.programmeTheme === null)).toHaveLength(12);
    expect(demo.needs.length).toBeGreaterThanOrEqual(45);
  });

  it("spreads the needs over the years from the end of 2026 to 2031, over both languages and over every certainty", () => {
    expect(demo.needs.map((need) => need.windowStart).sort()[0]).toBe("2026-10-01");
    expect(new Set(demo.needs.map((need) => need.windowStart.slice(0, 4))).size).toBe(6);
    expect(demo.needs.filter((need) => need.language === "en").length).toBeGreaterThanOrEqual(9);
    expect(new Set(demo.needs.map((need) => need.certainty)).size).toBe(4);
    expect(new Set(demo.needs.map((need) => need.visibility)).size).toBe(4);
  });

  it("describes every need in two to four sentences", () => {
    for (const { slug, description } of demo.needs) {
      const sentences = description.split(/[.!?](?:\s|$)/).filter(Boolean).length;
      expect([slug, sentences >= 2 && sentences <= 4]).toEqual([slug, true]);
    }
  });

  it("has one published programme per theme, and every state of consent", () => {
    const published = demo.programmes.filter((programme) => programme.state === "published");
    expect(published.map((programme) => programme.programmeTheme).sort()).toEqual(
      pack.programmeThemes.map((theme) => theme.slug).sort(),
    );
    const states = demo.programmes.flatMap((programme) => programme.needs.map((need) => need.state));
    expect([...new Set(states)].sort()).toEqual(["consented", "fixed", "proposed", "refused"]);
  });

  it("lets the cluster developer lead most programmes, one of them a draft with a need that was asked for", () => {
    const led = demo.programmes.filter((programme) => programme.lead === "demo-clusterbureau");
    expect(led.length).toBeGreaterThan(demo.programmes.length / 2);
    const drafts = led.filter((programme) => programme.state === "draft");
    expect(drafts.map(({ needs }) => needs.map(({ state }) => state))).toEqual([["proposed"]]);
  });

  it("treats some weak elements, leaves others without, and spends on two that are not weak", () => {
    expect([...treated].filter((cell) => weak.has(cell)).length).toBeGreaterThanOrEqual(6);
    expect([...weak].filter((cell) => !treated.has(cell)).length).toBeGreaterThan(0);
    expect([...treated].filter((cell) => !weak.has(cell))).toHaveLength(2);
    expect([...new Set(demo.interventions.map((it) => it.state))].sort()).toEqual([
      "completed",
      "planned",
      "running",
      "stopped",
    ]);
  });

  it("has a challenge in every state, two of them open", () => {
    expect(demo.challenges.map((challenge) => challenge.state).sort()).toEqual([
      "accepted",
      "decided",
      "draft",
      "open",
      "open",
      "proposed",
      "returned",
      "under-review",
    ]);
  });

  it("has an application in every state, at least ten pledges and two funds", () => {
    expect([...new Set(demo.applications.map((application) => application.state))].sort()).toEqual(
      [...APPLICATION_STATES].sort(),
    );
    expect(demo.pledges.length).toBeGreaterThanOrEqual(10);
    expect(demo.funds).toHaveLength(2);
  });

  it("opens money for weak finance only to at least two parties", () => {
    for (const fund of demo.funds.filter((it) => it.elements.includes("finance")))
      expect(fund.minimumParties).toBeGreaterThanOrEqual(2);
  });
});
