import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ecosystemSlugs, loadRegionPack } from "./load";
import { formatSource } from "./source";

const directory = path.join(import.meta.dirname, "den-haag");
const pack = loadRegionPack(directory);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const figures = pack.sectors.map((sector) => sector.keyFigures);
const unsplittable = ["formal-institutions", "infrastructure", "finance"];
const ratingOf = (ecosystem: string, element: string) =>
  pack.ratings.find((rating) => rating.ecosystem === ecosystem && rating.element === element)?.rating ??
  "not assessed";

describe("the sectors of The Hague", () => {
  it("are fourteen, with the agreed slugs", () => {
    expect(pack.sectors.map((sector) => sector.slug)).toEqual(
      "agrofood bouw energie financien ict-creatief kennis logistiek maak onderwijs overheid detailhandel-horeca toerisme zorg zakelijke-diensten".split(
        " ",
      ),
    );
  });

  it("partition the economy: every SBI division belongs to exactly one sector, and only education is split", () => {
    const codes = pack.sectors.flatMap((sector) => sector.sbiCodes);
    expect(new Set(codes).size).toBe(codes.length);
    const absent = new Set([4, 5, 7, 34, 40, 44, 48, 54, 57, 67, 76, 83, 85, 89]);
    const divisions = Array.from({ length: 99 }, (_, index) => index + 1).filter(
      (division) => !absent.has(division),
    );
    expect(
      codes
        .filter((code) => !code.includes("."))
        .map(Number)
        .sort((a, b) => a - b),
    ).toEqual(divisions);
    expect(codes.filter((code) => code.includes(".")).sort()).toEqual([
      "85.2",
      "85.3",
      "85.4",
      "85.5",
      "85.6",
    ]);
  });

  it("add up to the report's totals of jobs and establishments exactly", () => {
    expect(sum(figures.map((figure) => figure.jobs))).toBe(279834);
    expect(sum(figures.map((figure) => figure.establishments))).toBe(54773);
    expect(pack.totals).toMatchObject({ jobs: 279834, establishments: 54773 });
  });

  it("have shares that follow from their jobs within rounding, without exception", () => {
    const off = pack.sectors.filter(
      ({ keyFigures }) =>
        Math.abs((100 * keyFigures.jobs) / pack.totals.jobs - keyFigures.employmentSharePct) > 0.05 + 1e-9,
    );
    expect(off.map((sector) => sector.slug)).toEqual([]);
    expect(sum(figures.map((figure) => figure.employmentSharePct))).toBeCloseTo(100, 6);
  });

  it("grow together by the report's total growth", () => {
    const earlier = (now: number, growthPct: number) => now / (1 + growthPct / 100);
    const jobs = sum(figures.map((figure) => earlier(figure.jobs, figure.jobsGrowthPct)));
    const establishments = sum(
      figures.map((figure) => earlier(figure.establishments, figure.establishmentsGrowthPct)),
    );
    expect(100 * (pack.totals.jobs / jobs - 1)).toBeCloseTo(pack.totals.jobsGrowthPct, 1);
    expect(100 * (pack.totals.establishments / establishments - 1)).toBeCloseTo(
      pack.totals.establishmentsGrowthPct,
      1,
    );
  });

  it("have concentrations that imply national shares of about a hundred per cent together", () => {
    const national = sum(figures.map((figure) => figure.employmentSharePct / figure.locationQuotient));
    expect(national).toBeGreaterThan(99);
    expect(national).toBeLessThan(101);
  });

  it("count four selected, each with a reason", () => {
    const selected = pack.sectors.filter((sector) => sector.selected);
    expect(selected.map((sector) => sector.slug).sort()).toEqual(["bouw", "ict-creatief", "maak", "zorg"]);
    expect(selected.every((sector) => sector.selectionReason)).toBe(true);
  });

  it("leave societal relevance empty for the five sectors where the report does", () => {
    const empty = pack.sectors
      .filter((sector) => sector.assessment.relevance === null)
      .map((sector) => sector.slug);
    expect(empty).toEqual([
      "logistiek",
      "onderwijs",
      "detailhandel-horeca",
      "toerisme",
      "zakelijke-diensten",
    ]);
  });
});

describe("the report's slips", () => {
  it("include the export share, which does not follow from its own counts", () => {
    expect(pack.slips.map((slip) => slip.slug)).toContain("export-share");
    expect((100 * 1620) / pack.totals.establishments).toBeCloseTo(2.96, 2);
    expect(1620 / 0.025).toBeGreaterThan(pack.totals.establishments);
  });

  it("are computed from the table as stated", () => {
    const by = (slug: string) => pack.sectors.find((sector) => sector.slug === slug)!.keyFigures;
    const serving = ["bouw", "zorg", "maak", "logistiek", "onderwijs"].map(by);
    expect(sum(serving.map((figure) => figure.jobs))).toBe(99322);
    expect(sum(serving.map((figure) => figure.establishments))).toBe(21289);
    expect((100 * (by("detailhandel-horeca").jobs + by("toerisme").jobs)) / pack.totals.jobs).toBeCloseTo(
      18.7,
      1,
    );
    expect(
      [by("maak"), by("agrofood"), by("overheid"), by("ict-creatief"), by("bouw")].map(
        (figure) => figure.locationQuotient,
      ),
    ).toEqual([0.31, 0.29, 3.86, 1.15, 0.98]);
  });
});

describe("the diagnosis", () => {
  it("looks at eight ecosystems through ten elements", () => {
    expect(ecosystemSlugs(pack).sort()).toEqual([
      "bouw",
      "composieten",
      "energievernieuwing",
      "ict-creatief",
      "legal-policy",
      "maak",
      "security",
      "zorg",
    ]);
    expect(pack.elements).toHaveLength(10);
  });

  it("cannot split formal institutions, infrastructure and finance by sector, and does not rate them there", () => {
    expect(pack.elements.filter((element) => !element.ratedPerSector).map((element) => element.slug)).toEqual(
      unsplittable,
    );
    const sectors = new Set(pack.sectors.map((sector) => sector.slug));
    expect(
      pack.ratings.filter((rating) => sectors.has(rating.ecosystem) && unsplittable.includes(rating.element)),
    ).toEqual([]);
  });

  it("rates no cell twice and gives each rating a ground in both languages", () => {
    const cells = pack.ratings.map((rating) => `${rating.ecosystem} ${rating.element}`);
    expect(new Set(cells).size).toBe(cells.length);
    expect(pack.ratings.every((rating) => rating.ground.nl.length > 20 && rating.ground.en.length > 20)).toBe(
      true,
    );
  });

  it("measures sectors and judges clusters", () => {
    const clusters = new Set(pack.clusters.map((cluster) => cluster.slug));
    for (const rating of pack.ratings)
      expect(rating.basis).toBe(clusters.has(rating.ecosystem) ? "judged" : "measured");
  });

  it("finds leadership weak everywhere but in Composites and Energy Renewal", () => {
    const strong = ecosystemSlugs(pack).filter((ecosystem) => ratingOf(ecosystem, "leadership") === "strong");
    expect(strong).toEqual(["composieten", "energievernieuwing"]);
    expect(
      ecosystemSlugs(pack).filter((ecosystem) => ratingOf(ecosystem, "leadership") === "weak"),
    ).toHaveLength(6);
  });

  it("finds talent and knowledge strong in every cluster", () => {
    for (const { slug } of pack.clusters) {
      expect(ratingOf(slug, "talent")).toBe("strong");
      expect(ratingOf(slug, "knowledge")).toBe("strong");
    }
  });

  it("gives Legal & Policy the most weak elements of the clusters, as the report says", () => {
    const weak = (slug: string) =>
      pack.ratings.filter((rating) => rating.ecosystem === slug && rating.rating === "weak").length;
    const others = pack.clusters
      .filter((cluster) => cluster.slug !== "legal-policy")
      .map((cluster) => weak(cluster.slug));
    expect(weak("legal-policy")).toBeGreaterThan(Math.max(...others));
  });

  it("leaves unassessed what only the pictures show", () => {
    expect(ratingOf("maak", "demand")).toBe("not assessed");
    expect(ratingOf("composieten", "finance")).toBe("not assessed");
    expect(ratingOf("energievernieuwing", "networks")).toBe("not assessed");
  });

  it("rates weak every cell for which figure 9 recommends an intervention", () => {
    const cells = pack.recommendations.filter((recommendation) => recommendation.source.figure === "9");
    expect(cells).toHaveLength(18);
    for (const { ecosystem, element } of cells)
      expect([ecosystem, element, ratingOf(ecosystem, element)]).toEqual([ecosystem, element, "weak"]);
  });
});

describe("the catalogue", () => {
  it("has an instrument for every element but formal institutions, for which the report has none", () => {
    const covered = new Set(pack.instruments.flatMap((instrument) => instrument.elements));
    expect(pack.elements.map((element) => element.slug).filter((element) => !covered.has(element))).toEqual([
      "formal-institutions",
    ]);
  });

  it("says why when an instrument has no phase", () => {
    expect(
      pack.instruments.filter((instrument) => instrument.phases.length === 0 && !instrument.note),
    ).toEqual([]);
  });

  it("recommends only instruments that strengthen the element they are recommended for", () => {
    const elementsOf = new Map(pack.instruments.map((instrument) => [instrument.slug, instrument.elements]));
    for (const { element, instruments } of pack.recommendations) {
      for (const instrument of instruments) expect(elementsOf.get(instrument)).toContain(element);
    }
  });
});

describe("the pack", () => {
  it("has seven programme themes, four mission themes, four goals, four criteria and three profiles", () => {
    expect(pack.programmeThemes).toHaveLength(7);
    const { missionThemes, tacticalGoals, selectionCriteria, profiles } = pack.region;
    expect([missionThemes, tacticalGoals, selectionCriteria, profiles].map((list) => list.length)).toEqual([
      4, 4, 4, 3,
    ]);
  });

  it("states a phase for four clusters, and only the one the report names as stated", () => {
    expect(pack.clusters.map(({ slug, phase, phaseBasis }) => [slug, phase, phaseBasis])).toEqual([
      ["security", "growth", "stated"],
      ["legal-policy", "birth", "derived"],
      ["composieten", "growth", "derived"],
      ["energievernieuwing", "birth", "derived"],
    ]);
  });

  it("carries the cross-over counts and says that the matrix is unknown", () => {
    expect(pack.crossovers).toMatchObject({
      localParticipants: 175,
      projects: 976,
      crossSectorSharePct: 50,
      locatedParticipants: 8570,
      matrix: null,
    });
  });

  it("writes a place in the report out in both languages", () => {
    expect(formatSource({ section: "2.2", figure: "2" }, "nl")).toBe("§ 2.2, figuur 2");
    expect(formatSource({ section: "2.2", figure: "2" }, "en")).toBe("§ 2.2, figure 2");
    expect(formatSource({ annex: "1", section: "1.4", table: "2" }, "nl")).toBe("bijlage 1, § 1.4, tabel 2");
    expect(formatSource({ section: "summary" }, "en")).toBe("management summary");
  });
});

describe("loading a pack", () => {
  it("refuses places that are not in the report, unknown slugs and shared SBI codes, naming file and path of each", () => {
    const broken = mkdtempSync(path.join(os.tmpdir(), "pack-"));
    cpSync(directory, broken, { recursive: true });
    change(broken, "ratings.json", (file) => {
      file.ratings[0].source.section = "9.9";
      file.ratings[1].ecosystem = "nergens";
    });
    change(broken, "sectors.json", (file) => file.sectors[1].sbiCodes.push("01"));
    expect(() => loadRegionPack(broken)).toThrow(/ratings\.json: ratings\.0\.source: .*§ 9\.9/);
    expect(() => loadRegionPack(broken)).toThrow(
      /ratings\.json: ratings\.1\.ecosystem: unknown ecosystem "nergens"/,
    );
    expect(() => loadRegionPack(broken)).toThrow(
      /sectors\.json: sbiCodes\.\d+: "01" stands here a second time/,
    );
  });

  it("refuses a text without translation", () => {
    const broken = mkdtempSync(path.join(os.tmpdir(), "pack-"));
    cpSync(directory, broken, { recursive: true });
    change(broken, "glossary.json", (file) => delete file.terms[0].meaning.en);
    expect(() => loadRegionPack(broken)).toThrow(/glossary\.json: terms\.0\.meaning\.en/);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: breaks files on purpose
function change(where: string, file: string, edit: (content: any) => void) {
  const content = JSON.parse(readFileSync(path.join(where, file), "utf8"));
  edit(content);
  writeFileSync(path.join(where, file), JSON.stringify(content));
}
