import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { challenges } from "@/db/schema/challenges";
import { applications, decisionPublications, decisions, funds } from "@/db/schema/funding";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { programmeInterventions, programmeNeeds, programmes } from "@/db/schema/programmes";
import { responses } from "@/db/schema/responses";
import { asVisitor, person, someone } from "@/tests/factories/people";
import type { Context } from "../core/context";
import { recordEvent } from "../core/events";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { follow, unfollow } from "./commands/follow";
import { look } from "./commands/look";
import { chainOf } from "./queries/chain";
import { audibleTopics, isFollowing } from "./queries/follows";
import { historyOf, listActivity, listFollowed } from "./queries/history";
import { changedSince, lastLook } from "./queries/looks";
import { search } from "./queries/search";

const cluster = region().clusters[0]!.slug;
type Someone = Awaited<ReturnType<typeof someone>>;

async function chain() {
  const db = database();
  const [curator, buyer, company, city] = await Promise.all([
    someone("cluster-organisation", "curator"),
    someone("ministry", "buyer"),
    someone("company", "entrepreneur"),
    someone("municipality", "funding-officer"),
  ]);
  const [intervention] = await db
    .insert(interventions)
    .values({
      title: "Sensor network",
      description: "",
      language: "en",
      instrument: "x",
      ecosystem: cluster,
      element: "networks",
      ownerId: curator.organisation.id,
      budgetCents: 100,
      startsOn: "2027-01-01",
      endsOn: "2028-01-01",
      target: { indicator: "x", unit: "x", baseline: 1, goal: 2, reviewOn: "2028-01-01" },
      status: "completed",
      result: { value: 3, measuredOn: "2028-01-01", note: "" },
      createdBy: curator.actor.personId,
    })
    .returning();
  const [programme] = await db
    .insert(programmes)
    .values({
      title: "Clean harbour",
      language: "en",
      leadId: curator.organisation.id,
      status: "published",
      publishedAt: new Date(),
      createdBy: curator.actor.personId,
    })
    .returning();
  const need = (title: string, given: Partial<typeof needs.$inferInsert> = {}) =>
    db
      .insert(needs)
      .values({
        title,
        language: "en",
        buyerId: buyer.organisation.id,
        windowStart: "2027-01-01",
        windowEnd: "2027-03-31",
        valueMinCents: 1,
        valueMaxCents: 2,
        theme: "x",
        visibility: "public",
        status: "published",
        publishedAt: new Date(),
        createdBy: buyer.actor.personId,
        ...given,
      })
      .returning()
      .then((rows) => rows[0]!);
  const open = await need("Quiet tugboats");
  const refused = await need("Refused barges");
  const hidden = await need("Hidden dredgers", { visibility: "organisation" });
  const draft = await need("Unfinished quays", { status: "draft", publishedAt: null });
  await db
    .insert(programmeInterventions)
    .values({ programmeId: programme!.id, interventionId: intervention!.id });
  const link = { programmeId: programme!.id, proposedBy: curator.actor.personId };
  await db.insert(programmeNeeds).values([
    { ...link, needId: open.id, status: "consented" },
    { ...link, needId: hidden.id, status: "consented" },
    { ...link, needId: refused.id, status: "refused", reason: "x" },
  ]);
  const [challenge] = await db
    .insert(challenges)
    .values({
      title: "Silent propulsion",
      language: "en",
      clientId: buyer.organisation.id,
      needId: open.id,
      status: "open",
      deadline: new Date(Date.now() + 3_600_000),
      openedAt: new Date(),
      proposedBy: buyer.actor.personId,
    })
    .returning();
  const [fund] = await db
    .insert(funds)
    .values({ name: "Fund", language: "en", ownerId: city.organisation.id, budgetCents: 1000 })
    .returning();
  const [application] = await db
    .insert(applications)
    .values({
      fundId: fund!.id,
      applicantId: company.organisation.id,
      interventionId: intervention!.id,
      challengeId: challenge!.id,
      title: "Money for tugs",
      language: "en",
      amountCents: 500,
      status: "submitted",
      createdBy: company.actor.personId,
    })
    .returning();
  const [award] = await db
    .insert(decisions)
    .values({
      kind: "award",
      applicationId: application!.id,
      fundId: fund!.id,
      organisationId: city.organisation.id,
      subjectVersion: 1,
      title: "Award to tugs",
      language: "en",
      amountCents: 500,
      reasons: {},
      decidedBy: [v7(), v7()],
    })
    .returning();
  return {
    curator,
    buyer,
    company,
    city,
    intervention: intervention!,
    programme: programme!,
    open,
    hidden,
    refused,
    draft,
    challenge: challenge!,
    application: application!,
    award: award!,
  };
}

let all: Awaited<ReturnType<typeof chain>>;
beforeAll(async () => {
  all = await chain();
});

const idsOf = (nodes: { id: string }[]) => nodes.map((node) => node.id).sort();

describe("the chain", () => {
  test("leads from an award up to the weak element, over an application that the reader may not see", async () => {
    await database()
      .insert(decisionPublications)
      .values({ decisionId: all.award.id, publishedBy: all.city.actor.personId })
      .onConflictDoNothing();
    const seen = await chainOf(asVisitor(), { kind: "decision", id: all.award.id });
    expect(seen.cells.map((cell) => cell.id)).toEqual([`${cluster}/networks`]);
    expect(idsOf(seen.interventions)).toEqual([all.intervention.id]);
    expect(idsOf(seen.programmes)).toEqual([all.programme.id]);
    expect(idsOf(seen.needs)).toEqual([all.open.id]);
    expect(idsOf(seen.challenges)).toEqual([all.challenge.id]);
    expect(seen.applications).toEqual([]);
    expect(seen.awards).toMatchObject([{ id: all.award.id, amountCents: 500, isDemonstration: true }]);
    expect(seen.outcomes).toMatchObject([{ result: { value: 3 } }]);
  });

  test("leads from an element down to the same award", async () => {
    const seen = await chainOf(asVisitor(), { kind: "cell", id: `${cluster}/networks` });
    expect(idsOf(seen.awards)).toContain(all.award.id);
    expect(idsOf(seen.needs)).toContain(all.open.id);
  });

  test("leads from a selection down to its award, and from that award up to this selection and no other", async () => {
    const { company, city, buyer, challenge, award } = await chain();
    const other = await someone("company", "entrepreneur");
    const decision = async (given: Partial<typeof decisions.$inferInsert>) => {
      const [row] = await database()
        .insert(decisions)
        .values({
          kind: "selection",
          organisationId: buyer.organisation.id,
          subjectVersion: 1,
          title: "Decision",
          language: "en",
          reasons: {},
          decidedBy: [v7(), v7()],
          ...given,
        })
        .returning();
      await database()
        .insert(decisionPublications)
        .values({ decisionId: row!.id, publishedBy: buyer.actor.personId });
      return row!.id;
    };
    const [mine, theirs] = [
      await sealedResponse(company, challenge.id),
      await sealedResponse(other, challenge.id),
    ];
    const selection = await decision({ challengeId: challenge.id, responseId: mine });
    await decision({ challengeId: challenge.id, responseId: theirs });
    const [application] = await database()
      .insert(applications)
      .values({
        fundId: award.fundId!,
        applicantId: company.organisation.id,
        responseId: mine,
        challengeId: challenge.id,
        title: "Money for propulsion",
        language: "en",
        amountCents: 5,
        createdBy: company.actor.personId,
      })
      .returning();
    const paid = await decision({
      kind: "award",
      applicationId: application!.id,
      organisationId: city.organisation.id,
      amountCents: 5,
    });
    const down = await chainOf(asVisitor(), { kind: "decision", id: selection });
    expect(idsOf(down.awards)).toEqual([paid]);
    const up = await chainOf(asVisitor(), { kind: "decision", id: paid });
    expect(idsOf(up.selections)).toEqual([selection]);
    expect(idsOf(up.challenges)).toEqual([challenge.id]);
  });

  test("holds no need that the reader may not see, and none that its buyer refused to bundle", async () => {
    const visitors = await chainOf(asVisitor(), { kind: "programme", id: all.programme.id });
    expect(idsOf(visitors.needs)).toEqual([all.open.id]);
    const buyers = await chainOf(all.buyer, { kind: "programme", id: all.programme.id });
    expect(idsOf(buyers.needs)).toEqual([all.open.id, all.hidden.id].sort());
  });

  test("shows an application to its applicant and to the fund's officers only", async () => {
    for (const [who, count] of [
      [all.company, 1],
      [all.city, 1],
      [all.curator, 0],
    ] as const) {
      const seen = await chainOf(who, { kind: "intervention", id: all.intervention.id });
      expect(seen.applications).toHaveLength(count);
    }
  });

  test.each([
    ["a draft", () => ({ kind: "need" as const, id: all.draft.id })],
    ["someone else's application", () => ({ kind: "application" as const, id: all.application.id })],
    ["what does not exist", () => ({ kind: "challenge" as const, id: v7() })],
    ["a cell that no region has", () => ({ kind: "cell" as const, id: "nowhere/networks" })],
  ])("of %s does not exist", async (_, at) => {
    await expect(chainOf(asVisitor(), at())).rejects.toMatchObject({ code: "not-found" });
  });
});

const record = (
  ctx: Context,
  verb: string,
  kind: "need" | "response" | "challenge",
  id: string,
  changes = {},
) => database().transaction((tx) => recordEvent(tx, ctx, { verb, subject: { kind, id }, changes }));

describe("history and activity", () => {
  test("who keeps a need sees its whole past, others from its publication on, and never its contact", async () => {
    const { buyer, open } = all;
    await record(buyer, "need.created", "need", open.id, { title: { to: "secret working title" } });
    await record(buyer, "need.published", "need", open.id);
    await record(buyer, "need.changed", "need", open.id, {
      place: { from: "a", to: "b" },
      contact: { from: "a@example.org", to: "b@example.org" },
    });
    const ask = { kind: "need" as const, id: open.id, limit: 30 };
    const verbs = async (ctx: Context) => (await historyOf(ctx, ask)).map((event) => event.verb);
    expect(await verbs(buyer)).toEqual(["need.changed", "need.published", "need.created"]);
    expect(await verbs(asVisitor())).toEqual(["need.changed", "need.published"]);
    const [last] = await historyOf(asVisitor(), ask);
    expect(last?.changes).toEqual({ place: { from: "a", to: "b" } });
  });

  test("a visitor reads for which organisation it was done, a person also by whom", async () => {
    const ask = { kind: "need" as const, id: all.open.id, limit: 1 };
    const [visitors] = await historyOf(asVisitor(), ask);
    expect(visitors).toMatchObject({ actorName: null, organisationName: all.buyer.organisation.name });
    const [persons] = await historyOf(all.company, ask);
    expect(persons?.actorName).toBe("Test person");
  });

  test("who reviews a challenge is told to its client only", async () => {
    await record(all.buyer, "challenge.opened", "challenge", all.challenge.id);
    await record(all.buyer, "challenge.reviewerAssigned", "challenge", all.challenge.id);
    const ask = { kind: "challenge" as const, id: all.challenge.id, limit: 30 };
    const verbs = async (ctx: Context) => (await historyOf(ctx, ask)).map((event) => event.verb);
    expect(await verbs(all.buyer)).toContain("challenge.reviewerAssigned");
    expect(await verbs(all.company)).toEqual(["challenge.opened"]);
    const feed = await listActivity(asVisitor(), { kind: "challenge", limit: 100 });
    expect(feed.map((event) => event.verb)).not.toContain("challenge.reviewerAssigned");
  });

  test("the past of what one may not see does not exist", async () => {
    const ask = { kind: "need" as const, id: all.draft.id, limit: 1 };
    await expect(historyOf(all.company, ask)).rejects.toMatchObject({ code: "not-found" });
  });

  test("the feed holds nothing of drafts and sealed responses", async () => {
    const respondent = await someone("company", "entrepreneur");
    const sealed = await sealedResponse(respondent);
    await record(respondent, "response.submitted", "response", sealed);
    await record(all.buyer, "need.created", "need", all.draft.id);
    const about = async (ctx: Context) =>
      (await listActivity(ctx, { limit: 100 })).map((event) => event.subjectId);
    for (const ctx of [asVisitor(), all.buyer, all.curator]) expect(await about(ctx)).not.toContain(sealed);
    expect(await about(respondent)).toContain(sealed);
    expect(await about(asVisitor())).not.toContain(all.draft.id);
    expect(await about(all.buyer)).toContain(all.draft.id);
  });
});

describe("following", () => {
  test("tells what others changed since, and only that", async () => {
    const follower = { ...all.company };
    await follow(follower, { kind: "challenge", id: all.challenge.id });
    expect(await isFollowing(follower, { kind: "challenge", id: all.challenge.id })).toBe(true);
    await record(all.buyer, "challenge.opened", "challenge", all.challenge.id);
    const news = await listFollowed(follower, { me: follower.actor.personId, after: 0, limit: 10 });
    expect(news).toMatchObject([{ verb: "challenge.opened", title: "Silent propulsion" }]);
    const read = await listFollowed(follower, {
      me: follower.actor.personId,
      after: news[0]!.seq,
      limit: 10,
    });
    expect(read).toEqual([]);
    await unfollow(follower, { kind: "challenge", id: all.challenge.id });
    expect(await isFollowing(follower, { kind: "challenge", id: all.challenge.id })).toBe(false);
  });

  test("is refused for what one may not see", async () => {
    await expect(follow(all.company, { kind: "need", id: all.draft.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("live topics", () => {
  test("a visitor hears open kinds and what they may read, and no more than twenty", async () => {
    const topics = [
      "need",
      "challenge",
      "response",
      "application",
      `need:${all.open.id}`,
      `need:${all.draft.id}`,
      `application:${all.application.id}`,
      `inbox:${all.buyer.actor.personId}`,
      "need:x",
      "nonsense",
    ];
    expect(await audibleTopics(asVisitor(), topics)).toEqual(["need", "challenge", `need:${all.open.id}`]);
    expect(
      await audibleTopics(
        asVisitor(),
        Array.from({ length: 40 }, () => `need:${v7()}`),
      ),
    ).toEqual([]);
  });

  test("a person hears their own inbox, an applicant the own application", async () => {
    const own = `inbox:${all.company.actor.personId}`;
    const application = `application:${all.application.id}`;
    expect(await audibleTopics(all.company, [own, application])).toEqual([own, application]);
    expect(await audibleTopics(all.curator, [own, application])).toEqual([]);
  });
});

describe("search", () => {
  test("finds in the text of needs, programmes and challenges, and nothing hidden", async () => {
    const find = async (ctx: Context, text: string) =>
      (await search(ctx, { text, limit: 20 })).map((hit) => hit.id);
    expect(await find(asVisitor(), "tugboat")).toContain(all.open.id);
    expect(await find(asVisitor(), "propulsion")).toContain(all.challenge.id);
    expect(await find(asVisitor(), "harbour")).toContain(all.programme.id);
    expect(await find(asVisitor(), "dredgers")).toEqual([]);
    expect(await find(all.buyer, "dredgers")).toEqual([all.hidden.id]);
    expect(await find(asVisitor(), "")).toEqual([]);
    expect(await find(asVisitor(), `'"&|!(:*`)).toEqual([]);
  });
});

describe("what a search shows", () => {
  const shown = (segments: { text: string; isMatch: boolean }[]) =>
    segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

  test("is marked in the titles of needs, programmes and challenges, in whichever form it stands", async () => {
    const titles = async (ctx: Context, text: string) =>
      (await search(ctx, { text, limit: 20 })).map(({ found }) => shown(found.title));
    expect(await titles(asVisitor(), "tugboat")).toContain("Quiet [tugboats]");
    expect(await titles(asVisitor(), "harbours")).toContain("Clean [harbour]");
    expect(await titles(asVisitor(), "propulsion silent")).toContain("[Silent] [propulsion]");
  });

  test("is of a text that its reader may read on the page it leads to", async () => {
    const { buyer } = await chain();
    const api = createCaller(buyer);
    const word = `zeldzaam${process.pid}`;
    const texts = {
      language: "nl",
      description: `Een ${word} stuk`,
      contact: `${word}@desk.example`,
    } as const;
    const hidden = await api.needs.create({
      ...texts,
      title: "Voor ons alleen",
      visibility: "organisation",
      certainty: "idea",
    });
    const { id: open } = await api.needs.create({
      ...texts,
      title: "Voor iedereen",
      description: "Niets",
      visibility: "public",
      certainty: "idea",
      windowStart: "2027-01-01",
      windowEnd: "2027-03-31",
      valueMinCents: 1,
      valueMaxCents: 2,
      theme: region().region.missionThemes[0]!.slug,
    });
    await api.needs.publish({ id: open, version: 1 });
    for (const ctx of [asVisitor(), all.company])
      expect(await search(ctx, { text: word, limit: 20 })).toEqual([]);
    const [hit, ...more] = await search(buyer, { text: word, limit: 20 });
    expect(more).toEqual([]);
    expect(hit).toMatchObject({ id: hidden.id, found: { fragment: expect.anything() } });
    expect(shown(hit!.found.fragment!)).toBe(`Een [${word}] stuk`);
  });
});

async function sealedResponse(company: Someone, challengeId = all.challenge.id): Promise<string> {
  const { sql } = await import("drizzle-orm");
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('bundel.organisation', ${company.organisation.id}, true)`);
    const [row] = await tx
      .insert(responses)
      .values({
        challengeId,
        organisationId: company.organisation.id,
        title: "Sealed",
        language: "en",
        createdBy: company.actor.personId,
      })
      .returning({ id: responses.id });
    return row!.id;
  });
}

test("a member of no organisation sees what a signed-in person sees, and no more", async () => {
  const actor = await person(null);
  const ctx = { db: database(), actor, now: new Date() };
  expect(await search(ctx, { text: "dredgers", limit: 5 })).toEqual([]);
});

describe("what changed since someone last looked", () => {
  const topic = (kind: string, id: string) => `${kind}:${id}`;

  test("is what others did after it, of what they may see; looking again, at all or at one, ends it", async () => {
    const { buyer, company, open, draft } = await chain();
    const subjects = [open, draft].map(({ id }) => ({ kind: "need" as const, id }));
    const changed = () => changedSince(company, subjects);
    await record(buyer, "need.published", "need", open.id);
    expect(await changed()).toEqual(new Map());
    await look(company, { at: "activity", seq: Number.MAX_SAFE_INTEGER });
    expect((await lastLook(company, "activity"))?.at).toBeInstanceOf(Date);
    await record(buyer, "need.changed", "need", open.id);
    await record(buyer, "need.changed", "need", open.id);
    await record(buyer, "need.changed", "need", draft.id);
    await record(company, "need.changed", "need", open.id);
    expect([...(await changed())]).toMatchObject([[topic("need", open.id), { count: 2 }]]);
    await look(company, { at: { kind: "need", id: open.id }, seq: Number.MAX_SAFE_INTEGER });
    expect(await changed()).toEqual(new Map());
    await record(buyer, "need.changed", "need", open.id);
    await record(buyer, "need.refused", "need", open.id);
    expect([...(await changed())]).toMatchObject([[topic("need", open.id), { count: 1 }]]);
    await look(company, { at: "activity", seq: Number.MAX_SAFE_INTEGER });
    expect(await changed()).toEqual(new Map());
  });

  test("a look never goes back, nor past the end of the log", async () => {
    const { actor, ...who } = await someone("company", "entrepreneur");
    const ctx = { ...who, actor };
    await look(ctx, { at: "roadmap", seq: Number.MAX_SAFE_INTEGER });
    const first = await lastLook(ctx, "roadmap");
    await look(ctx, { at: "roadmap", seq: 0 });
    expect((await lastLook(ctx, "roadmap"))?.seq).toBe(first?.seq);
    expect(first?.seq).toBeLessThan(1_000_000);
  });

  test("a visitor has none", async () => {
    expect(await lastLook(asVisitor(), "roadmap")).toBeNull();
    expect(await changedSince(asVisitor(), [{ kind: "need", id: all.open.id }])).toEqual(new Map());
  });
});
