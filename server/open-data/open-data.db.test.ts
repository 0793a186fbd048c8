import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { challenges } from "@/db/schema/challenges";
import { diagnosisRounds, ratings } from "@/db/schema/ecosystem";
import { decisionPublications, decisions } from "@/db/schema/funding";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { programmeInterventions, programmeNeeds, programmes } from "@/db/schema/programmes";
import { someone } from "@/tests/factories/people";
import { region } from "../regions/region";
import { documentAnswer, indexAnswer, itemAnswer, listAnswer, refuseMethod } from "./answer";
import { resources } from "./resources";

const request = (path: string, init?: RequestInit) => new Request(`http://bundel.test/api/v1/${path}`, init);
// biome-ignore lint/suspicious/noExplicitAny: answers are JSON of any shape.
type Json = any;

async function list(path: string): Promise<{ items: Json[]; total: number }> {
  const answer = await listAnswer(request(path), path.split("?")[0]!);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function one(resource: string, key: string): Promise<Json> {
  const answer = await itemAnswer(request(`${resource}/${key}`), resource, key);
  return answer.status === 200 ? answer.json() : null;
}

const { actor, organisation } = await someone("ministry", "buyer");
const db = database();
const createdBy = actor.personId;

async function need(given: Partial<typeof needs.$inferInsert> = {}) {
  const [row] = await db
    .insert(needs)
    .values({
      buyerId: organisation.id,
      title: "Sensors",
      language: "en",
      windowStart: "2027-01-01",
      windowEnd: "2027-03-31",
      valueMinCents: 1_000,
      valueMaxCents: 2_000,
      theme: "veiligheid",
      contact: "tenders@example.org",
      visibility: "public",
      status: "published",
      publishedAt: new Date(),
      createdBy,
      ...given,
    })
    .returning();
  return row!;
}

async function programme(given: Partial<typeof programmes.$inferInsert> = {}) {
  const [row] = await db
    .insert(programmes)
    .values({
      title: "Safe city",
      language: "en",
      leadId: organisation.id,
      status: "published",
      publishedAt: new Date(),
      createdBy,
      ...given,
    })
    .returning();
  return row!;
}

const bundle = (programmeId: string, needId: string, status: "consented" | "refused" | "proposed") =>
  db.insert(programmeNeeds).values({ programmeId, needId, status, reason: "because", proposedBy: createdBy });

/** Everything that stands in two languages, by its Dutch text. */
function textsOf(value: Json): string[] {
  if (value === null || typeof value !== "object") return [];
  if (typeof value.nl === "string" && typeof value.en === "string") return [value.nl];
  return Object.values(value).flatMap(textsOf);
}

describe("facts of the region", () => {
  test("are served with the fields that are promised, and their place in the source document", async () => {
    const sectors = await list("sectors");
    expect(sectors.total).toBe(14);
    expect(sectors.items.find(({ slug }) => slug === "overheid")).toMatchObject({
      keyFigures: { year: 2018, locationQuotient: 3.86 },
      source: expect.stringContaining("§ 2.2, figuur 2"),
    });
    const names = async (path: string) => Object.keys((await list(path)).items[0]);
    expect(await names("sectors")).toEqual(
      expect.arrayContaining(["slug", "name", "sbiCodes", "keyFigures", "selected", "source"]),
    );
    expect(await names("clusters")).toEqual(expect.arrayContaining(["slug", "name", "phase", "source"]));
    expect(await names("elements")).toEqual(expect.arrayContaining(["slug", "name", "indicator"]));
    expect(await names("instruments")).toEqual(
      expect.arrayContaining(["slug", "name", "elements", "phases"]),
    );
    expect(await names("recommendations")).toEqual(
      expect.arrayContaining(["ecosystem", "element", "instruments"]),
    );
    expect((await list("elements")).total).toBe(10);
    expect(await one("clusters", "security")).toMatchObject({ slug: "security" });
    expect(await one("clusters", "nowhere")).toBeNull();
  });

  test("leave nothing of the region pack out", async () => {
    const served = new Set<string>();
    for (const { name } of resources)
      for (let page = 1, left = 1; left > 0; page++) {
        const { items, total } = await list(`${name}?page=${page}&pageSize=100`);
        for (const text of textsOf(items)) served.add(text);
        left = total - page * 100;
      }
    // Ratings are served by round, from the database. What the source document says beside its facts stays on its page.
    const {
      ratings: _,
      ratingScale,
      slips,
      notClusters,
      widerRegion,
      crossovers,
      region: pack,
      ...rest
    } = region();
    const { sourceDocument, recommendations, ...facts } = pack;
    expect([...textsOf([rest, facts, crossovers.signals])].filter((text) => !served.has(text))).toEqual([]);
  });
});

describe("ratings", () => {
  test("are the newest published round, every cell of it, and a cell without a rating is not assessed", async () => {
    const round = (slug: string, heldOn: string, status: "draft" | "published") =>
      db
        .insert(diagnosisRounds)
        .values({
          slug,
          title: slug,
          heldOn,
          status,
          publishedAt: status === "published" ? new Date() : null,
        })
        .returning();
    const [older] = await round("older", "2019-01-01", "published");
    const [newer] = await round("newer", "2026-01-01", "published");
    const [draft] = await round("draft", "2026-06-01", "draft");
    for (const [of, rating] of [
      [older, "strong"],
      [newer, "weak"],
      [draft, "average"],
    ] as const)
      await db.insert(ratings).values({
        roundId: of!.id,
        ecosystem: "security",
        element: "talent",
        rating,
        basis: "judged",
        ground: { nl: "Er is tekort." },
        source: { section: "3.3" },
      });
    const { items, total } = await list("ratings");
    expect([total, items.length]).toEqual([80, 80]);
    expect(items.filter(({ rating }) => rating !== "not-assessed")).toEqual([
      {
        ecosystem: "security",
        element: "talent",
        rating: "weak",
        basis: "judged",
        ground: { nl: "Er is tekort." },
        source: "§ 3.3",
        round: "newer",
      },
    ]);
    expect(items.find(({ rating }) => rating === "not-assessed")).toMatchObject({
      ground: null,
      source: null,
    });
  });
});

describe("what people made", () => {
  test("a visitor's open data has public needs only, and no contact details", async () => {
    const open = await need();
    const hidden = [
      await need({ visibility: "signed-in" }),
      await need({ visibility: "invited" }),
      await need({ visibility: "organisation" }),
      await need({ status: "draft", publishedAt: null }),
    ];
    const shown = (await list("needs")).items.map(({ id }) => id);
    expect(shown).toContain(open.id);
    for (const { id } of hidden) {
      expect(shown).not.toContain(id);
      expect(await one("needs", id)).toBeNull();
    }
    const item = await one("needs", open.id);
    expect(item).toMatchObject({
      buyer: { id: organisation.id },
      valueMaxCents: 2_000,
      isDemonstration: true,
    });
    expect(JSON.stringify(item)).not.toMatch(/contact|tenders@|createdBy|search/);
  });

  test("a programme counts only consented needs that a visitor may see, and links to its interventions", async () => {
    const safe = await programme();
    const consented = await need();
    await bundle(safe.id, consented.id, "consented");
    await bundle(safe.id, (await need()).id, "refused");
    await bundle(safe.id, (await need()).id, "proposed");
    await bundle(safe.id, (await need({ visibility: "signed-in" })).id, "consented");
    await bundle(safe.id, (await need({ status: "withdrawn", withdrawReason: "No budget" })).id, "consented");
    const [intervention] = await db
      .insert(interventions)
      .values({
        title: "Role models",
        description: "",
        language: "en",
        instrument: "rolmodellen",
        ecosystem: "security",
        element: "culture",
        ownerId: organisation.id,
        budgetCents: 5_000,
        startsOn: "2027-01-01",
        endsOn: "2027-12-31",
        target: { indicator: "Starters", unit: "%", baseline: 1, goal: 2, reviewOn: "2027-12-01" },
        createdBy,
      })
      .returning();
    await db
      .insert(programmeInterventions)
      .values({ programmeId: safe.id, interventionId: intervention!.id });
    expect(await one("programmes", safe.id)).toMatchObject({
      needs: [consented.id],
      valueMinCents: 1_000,
      valueMaxCents: 2_000,
      interventions: [intervention!.id],
    });
    expect(await one("needs", consented.id)).toMatchObject({ programmes: [safe.id] });
    expect(await one("interventions", intervention!.id)).toMatchObject({ programmes: [safe.id] });
    expect(await one("programmes", (await programme({ status: "draft", publishedAt: null })).id)).toBeNull();
  });

  test("challenges appear when they open, decisions when they are published", async () => {
    const asked = await need();
    const values = {
      title: "Find it",
      language: "en" as const,
      clientId: organisation.id,
      proposedBy: createdBy,
    };
    const [draft, open] = await db
      .insert(challenges)
      .values([
        { ...values, status: "proposed" },
        {
          ...values,
          status: "open",
          deadline: new Date(Date.now() + 86_400_000),
          needId: asked.id,
          openedAt: new Date(),
          contact: "desk@example.org",
        },
      ])
      .returning();
    expect(await one("challenges", draft!.id)).toBeNull();
    expect(await one("challenges", open!.id)).toMatchObject({ need: asked.id, decisions: [] });
    expect(await one("needs", asked.id)).toMatchObject({ challenges: [open!.id] });

    const [decision] = await db
      .insert(decisions)
      .values({
        kind: "selection",
        challengeId: open!.id,
        organisationId: organisation.id,
        subjectVersion: 1,
        title: "Chosen",
        language: "en",
        reasons: { impact: "Largest" },
        decidedBy: [createdBy],
      })
      .returning();
    expect(await one("decisions", decision!.id)).toBeNull();
    await db.insert(decisionPublications).values({ decisionId: decision!.id, publishedBy: createdBy });
    const served = await one("decisions", decision!.id);
    expect(served).toMatchObject({ challenge: open!.id, reasons: { impact: "Largest" }, decidedBy: 1 });
    expect(JSON.stringify(served)).not.toContain(createdBy);
    expect(await one("challenges", open!.id)).toMatchObject({ decisions: [decision!.id] });
  });
});

describe("the interface", () => {
  test("pages through everything once, and points to the next page", async () => {
    const first = await listAnswer(request("sectors?page=1&pageSize=10"), "sectors");
    expect(first.headers.get("link")).toBe('</api/v1/sectors?page=2&pageSize=10>; rel="next"');
    const second = await list("sectors?page=2&pageSize=10");
    const slugs = [...(await first.json()).items, ...second.items].map(({ slug }: Json) => slug);
    expect(new Set(slugs).size).toBe(14);
    expect(await list("sectors?page=9")).toEqual({ items: [], total: 14 });
  });

  test.each([
    "page=0",
    "page=-1",
    "page=x",
    "page=",
    "page=1.5",
    "pageSize=0",
    "pageSize=101",
    "page=1&page=2",
    "page=99999999",
  ])("refuses %s with a problem", async (query) => {
    const answer = await listAnswer(request(`sectors?${query}`), "sectors");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      status: 400,
      title: "Bad paging",
      instance: "/api/v1/sectors",
    });
  });

  test("what is not there is a 404 problem; what is not reading is a 405 problem", async () => {
    const answers = [
      await listAnswer(request("secrets"), "secrets"),
      await itemAnswer(request(`needs/${v7()}`), "needs", v7()),
      await itemAnswer(request("needs/x'--"), "needs", "x'--"),
      await itemAnswer(request("ratings/1"), "ratings", "1"),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    }
    const refused = refuseMethod(request("needs", { method: "POST" }));
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  test("names its version on every answer, and answers 304 to who has it already", async () => {
    const first = await listAnswer(request("clusters"), "clusters");
    expect(first.headers.get("api-version")).toBe("1.0.0");
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    const etag = first.headers.get("etag")!;
    const again = await listAnswer(request("clusters", { headers: { "if-none-match": etag } }), "clusters");
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("is described for every resource and every field", async () => {
    const document: Json = await documentAnswer(request("openapi.json")).json();
    for (const { name, item, key } of resources) {
      expect(document.paths[`/${name}`].get.responses["200"]).toBeDefined();
      expect(Object.keys(document.components.schemas[name].properties)).toEqual(Object.keys(item.shape));
      if (key) expect(document.paths[`/${name}/{${key}}`]).toBeDefined();
    }
    const index: Json = await indexAnswer(request("")).json();
    expect(index.resources.map(({ name }: Json) => name)).toEqual(resources.map(({ name }) => name));
  });
});
