import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { CHALLENGE_PROCEDURES } from "@/db/enums";
import { loadRegionPack } from "@/db/regions/load";
import { filesBelow } from "@/scripts/files-below";
import { asVisitor } from "@/tests/factories/people";

const root = path.resolve(import.meta.dirname, "../..");
const invented = path.join(root, "tests/regions/vlierwoude");
const real = loadRegionPack(path.join(root, "db/regions/den-haag"));

const code = filesBelow(root, ["app", "components", "server", "db", "proxy.ts", "next.config.ts"]).filter(
  (file) => /\.(tsx?|css)$/.test(file) && !/\.test\.tsx?$/.test(file),
);
const texts = filesBelow(root, ["messages"]);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const naming = (files: string[], words: RegExp) =>
  files.flatMap((file) => [...read(file).matchAll(words)].map(([word]) => `${file}: ${word}`));

describe("no code knows the region", () => {
  test("its name stands in no code and in no text of the interface", () => {
    expect(code.length).toBeGreaterThan(50);
    expect(naming([...code, ...texts], /den[- ]?haag|the hague|haagse?\b|haaglanden/gi)).toEqual([]);
  });

  test("no code names one of its sectors, clusters, instruments or themes", () => {
    const ofTheField: readonly string[] = CHALLENGE_PROCEDURES;
    const slugs = [
      ...real.sectors,
      ...real.clusters,
      ...real.instruments,
      ...real.programmeThemes,
      ...real.region.missionThemes,
      ...real.region.profiles,
    ].flatMap(({ slug }) => (ofTheField.includes(slug) ? [] : [slug]));
    expect(naming(code, new RegExp(`["'\`/](${slugs.join("|")})["'\`/]`, "g"))).toEqual([]);
  });
});

describe("another region", () => {
  test("is served from its own pack, by the same code", async () => {
    process.env.BUNDEL_REGION = invented;
    const { listAnswer } = await import("@/server/open-data/answer");
    const { loadSourceRound } = await import("@/server/ecosystem/commands");
    await loadSourceRound(asVisitor());
    const list = async (name: string) => {
      const answer = await listAnswer(new Request(`http://bundel.test/api/v1/${name}`), name);
      return ((await answer.json()) as { items: Record<string, unknown>[] }).items;
    };
    expect((await list("sectors")).map(({ slug }) => slug)).toEqual(["houtbouw", "bosbeheer", "herbergen"]);
    expect((await list("clusters")).map(({ slug }) => slug)).toEqual(["harsen"]);
    expect((await list("instruments")).map(({ slug }) => slug)).toEqual(["leerwerkplaats", "bosfonds"]);
    expect(await list("recommendations")).toHaveLength(2);
    expect(await list("elements")).toHaveLength(10);
    const cells = await list("ratings");
    expect(cells).toHaveLength(30);
    expect(cells.filter(({ rating }) => rating !== "not-assessed")).toHaveLength(3);
    expect(cells.find(({ element, rating }) => element === "finance" && rating === "weak")).toMatchObject({
      ecosystem: "harsen",
      ground: { en: "No bank nearby." },
      source: "§ 2, figuur 2",
    });
  });
});
