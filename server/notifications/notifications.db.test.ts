import { eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { ROLES } from "@/db/enums";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { applications, fundMandates, funds, signatures } from "@/db/schema/funding";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { invitations } from "@/db/schema/organisations";
import { pledges, programmeNeeds, programmes } from "@/db/schema/programmes";
import { responses, reviews } from "@/db/schema/responses";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";
import { follow } from "../collaboration/commands/follow";
import type { Person } from "../core/actor";
import { recordEvent } from "../core/events";
import { markRead } from "./commands/mark-read";
import { CHANCES, DUTIES } from "./input";
import { listNews } from "./queries/news";
import { countDuties, listTasks } from "./queries/tasks";

const acting = (actor: Person) => ({ ...as(actor), actor });
const tasksOf = async (actor: Person) => (await listTasks(acting(actor))).map((task) => task.task);
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

async function need(
  buyer: Awaited<ReturnType<typeof someone>>,
  given: Partial<typeof needs.$inferInsert> = {},
) {
  const [row] = await database()
    .insert(needs)
    .values({
      title: "Need",
      language: "en",
      buyerId: buyer.organisation.id,
      createdBy: buyer.actor.personId,
      ...given,
    })
    .returning();
  return row!;
}

/** A need with all it takes to be published, seen by everyone, that starts in so many days. */
const published = (inDays: number) => ({
  status: "published" as const,
  publishedAt: new Date(),
  visibility: "public" as const,
  windowStart: dayIn(inDays),
  windowEnd: dayIn(inDays + 90),
  valueMinCents: 1,
  valueMaxCents: 2,
  theme: "x",
});
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A published programme with needs that their buyer agreed to bundle. */
async function programmeWith(
  lead: Awaited<ReturnType<typeof someone>>,
  bundled: { id: string }[],
): Promise<string> {
  const [row] = await database()
    .insert(programmes)
    .values({
      title: "Programme",
      language: "en",
      leadId: lead.organisation.id,
      createdBy: lead.actor.personId,
      status: "published",
      publishedAt: new Date(),
    })
    .returning();
  for (const { id } of bundled)
    await database()
      .insert(programmeNeeds)
      .values({ programmeId: row!.id, needId: id, status: "consented", proposedBy: lead.actor.personId });
  return row!.id;
}

async function challenge(
  client: Awaited<ReturnType<typeof someone>>,
  given: Partial<typeof challenges.$inferInsert>,
) {
  const [row] = await database()
    .insert(challenges)
    .values({
      title: "Challenge",
      language: "en",
      clientId: client.organisation.id,
      proposedBy: client.actor.personId,
      ...given,
    })
    .returning();
  return row!;
}

async function respond(
  company: Awaited<ReturnType<typeof someone>>,
  challengeId: string,
  submitted: boolean,
) {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('bundel.organisation', ${company.organisation.id}, true)`);
    const [row] = await tx
      .insert(responses)
      .values({
        challengeId,
        organisationId: company.organisation.id,
        title: "Response",
        language: "en",
        createdBy: company.actor.personId,
        ...(submitted && { status: "submitted" as const, submittedAt: new Date(), receiptHash: "x" }),
      })
      .returning();
    return row!;
  });
}

describe("what waits for me", () => {
  test("nothing waits for who has nothing to do, and nothing for a visitor", async () => {
    expect(await tasksOf((await someone("ngo", "buyer")).actor)).toEqual([]);
    expect(await countDuties(asVisitor())).toBe(0);
  });

  test("a buyer is asked for each need once; another buyer is not", async () => {
    const [curator, buyer, other] = [
      await someone("cluster-organisation", "curator"),
      await someone("ministry", "buyer"),
      await someone("ministry", "buyer"),
    ];
    const [programme] = await database()
      .insert(programmes)
      .values({
        title: "Programme",
        language: "en",
        leadId: curator.organisation.id,
        createdBy: curator.actor.personId,
      })
      .returning();
    const { id } = await need(buyer);
    const [asked] = await database()
      .insert(programmeNeeds)
      .values({ programmeId: programme!.id, needId: id, proposedBy: curator.actor.personId })
      .returning();
    expect(await listTasks(acting(buyer.actor))).toMatchObject([
      { task: "answerBundling", subjectId: id, href: `/needs/${id}`, since: asked!.proposedAt },
      { task: "finishNeed", subjectId: id },
    ]);
    expect(await tasksOf(other.actor)).toEqual([]);
    expect(await tasksOf(curator.actor)).toEqual(["publishProgramme"]);
  });

  test("a proposed challenge waits for a second person, a returned one for its proposer", async () => {
    const client = await someone("ministry", "buyer");
    const { actor: curator } = await someone("cluster-organisation", "curator");
    const row = await challenge(client, { status: "proposed" });
    expect(await tasksOf(client.actor)).toEqual([]);
    expect(await tasksOf(curator)).toContain("assessChallenge");
    await database().update(challenges).set({ status: "returned" }).where(eq(challenges.id, row.id));
    expect(await tasksOf(client.actor)).toEqual(["improveChallenge"]);
    expect(await tasksOf(curator)).not.toContain("assessChallenge");
  });

  test("a draft challenge waits for who started it", async () => {
    const client = await someone("ministry", "buyer");
    const { id } = await challenge(client, {});
    expect(await listTasks(acting(client.actor))).toMatchObject([
      { task: "finishChallenge", subjectId: id, deadline: null },
    ]);
    expect(await tasksOf(await person(client.organisation, ["buyer"]))).toEqual([]);
  });

  test("needs that were agreed to and start within half a year wait for the lead to fix them", async () => {
    const [lead, buyer] = [
      await someone("cluster-organisation", "curator"),
      await someone("ministry", "buyer"),
    ];
    const [soon, sooner, later] = [
      await need(buyer, published(30)),
      await need(buyer, published(20)),
      await need(buyer, published(300)),
    ];
    const id = await programmeWith(lead, [soon, sooner, later]);
    expect(await listTasks(acting(lead.actor))).toMatchObject([
      {
        task: "fixNeeds",
        subjectId: id,
        count: 2,
        isWholeDay: true,
        deadline: new Date(`${dayIn(20)}T00:00:00Z`),
      },
    ]);
    await database()
      .update(programmeNeeds)
      .set({ status: "fixed" })
      .where(inArray(programmeNeeds.needId, [soon.id, sooner.id]));
    expect(await tasksOf(lead.actor)).toEqual([]);
  });

  test("a partner is asked for what its kind brings, until someone pledges it for the years that ask", async () => {
    const [lead, buyer] = [
      await someone("cluster-organisation", "curator"),
      await someone("ministry", "buyer"),
    ];
    const educators = [await someone("education", "partner"), await someone("education", "partner")] as const;
    const [researcher, financier] = [
      await someone("research", "partner"),
      await someone("financier", "partner"),
    ];
    const asking = await need(buyer, { ...published(400), skills: ["Welding"] });
    const hidden = await need(buyer, {
      ...published(10),
      visibility: "organisation",
      skills: ["Secret"],
      questions: ["Secret?"],
    });
    const id = await programmeWith(lead, [asking, hidden]);
    const own = async (actor: Person) =>
      (await listTasks(acting(actor))).filter(({ subjectId }) => subjectId === id);
    for (const { actor } of educators)
      expect(await own(actor)).toMatchObject([
        { task: "pledgeTraining", count: 1, isChance: false, deadline: new Date(`${dayIn(400)}T00:00:00Z`) },
      ]);
    expect(await own(financier.actor)).toMatchObject([{ task: "pledgeCapital" }]);
    expect(await own(researcher.actor)).toEqual([expect.objectContaining({ task: "pledge" })]);

    const year = Number(dayIn(400).slice(0, 4));
    const pledge = async (by: (typeof educators)[number], from: number, to: number) =>
      database().insert(pledges).values({
        programmeId: id,
        organisationId: by.organisation.id,
        kind: "training",
        title: "Places",
        language: "en",
        yearFrom: from,
        yearTo: to,
        createdBy: by.actor.personId,
      });
    await pledge(educators[0], year + 1, year + 1);
    expect(await own(educators[0].actor)).toEqual([]);
    expect(await own(educators[1].actor)).toMatchObject([{ task: "pledgeTraining" }]);
    await pledge(educators[0], year, year);
    expect(await own(educators[1].actor)).toMatchObject([{ task: "pledge", isChance: true }]);
    await database().update(pledges).set({ status: "withdrawn" }).where(eq(pledges.programmeId, id));
    expect(await own(educators[0].actor)).toMatchObject([{ task: "pledgeTraining" }]);
  });

  test("a reviewer first declares interests, then reviews; the client selects when all reviews are in", async () => {
    const [client, company] = [await someone("ministry", "buyer"), await someone("company", "entrepreneur")];
    const reviewers = [await person(await organisation("ngo"), ["reviewer"]), await person(null)];
    const row = await challenge(client, { status: "open", deadline: hours(1), openedAt: new Date() });
    await database()
      .insert(challengeReviewers)
      .values(
        reviewers.map((reviewer) => ({
          challengeId: row.id,
          personId: reviewer.personId,
          assignedBy: client.actor.personId,
        })),
      );
    expect(await tasksOf(company.actor)).toEqual(["respond"]);
    const response = await respond(company, row.id, true);
    expect(await tasksOf(company.actor)).toEqual([]);
    for (const reviewer of reviewers) expect(await tasksOf(reviewer)).toEqual(["declareConflict"]);
    await database()
      .update(challengeReviewers)
      .set({ conflict: "none" })
      .where(eq(challengeReviewers.challengeId, row.id));
    for (const reviewer of reviewers) expect(await tasksOf(reviewer)).toEqual([]);
    await database()
      .update(challenges)
      .set({ deadline: hours(-1) })
      .where(eq(challenges.id, row.id));
    expect(await tasksOf(client.actor)).toEqual(["startReview"]);
    await database().update(challenges).set({ status: "under-review" }).where(eq(challenges.id, row.id));
    for (const reviewer of reviewers) {
      expect(await tasksOf(reviewer)).toEqual(["review"]);
      expect(await tasksOf(client.actor)).toEqual([]);
      await database()
        .insert(reviews)
        .values({ responseId: response.id, reviewerId: reviewer.personId, status: "submitted" });
    }
    expect(await tasksOf(client.actor)).toEqual(["select"]);
  });

  test("a draft response waits for its company with the deadline, before what has none", async () => {
    const [client, company] = [await someone("ministry", "buyer"), await someone("company", "entrepreneur")];
    const deadline = hours(2);
    const row = await challenge(client, { status: "open", deadline, openedAt: new Date() });
    await respond(company, row.id, false);
    const [first] = await listTasks(acting(company.actor));
    expect(first).toMatchObject({ task: "finishResponse", deadline, isChance: false });
  });

  test("an application waits for an officer, then for two approvers, never for who may not sign", async () => {
    const [company, city] = [
      await someone("company", "entrepreneur"),
      await someone("municipality", "funding-officer", "approver"),
    ];
    const [one, two] = [
      await person(city.organisation, ["approver"]),
      await person(city.organisation, ["approver"]),
    ];
    const [fund] = await database()
      .insert(funds)
      .values({ name: "Fund", language: "en", ownerId: city.organisation.id, budgetCents: 1000 })
      .returning();
    const limited = await person(city.organisation, ["approver"]);
    for (const [approver, limitCents] of [
      [city.actor, 5],
      [one, 5],
      [two, 5],
      [limited, 4],
    ] as const)
      await database()
        .insert(fundMandates)
        .values({ fundId: fund!.id, personId: approver.personId, limitCents });
    const [intervention] = await database()
      .insert(interventions)
      .values({
        title: "x",
        description: "",
        language: "en",
        instrument: "x",
        ecosystem: "x",
        element: "networks",
        ownerId: city.organisation.id,
        budgetCents: 1,
        startsOn: "2027-01-01",
        endsOn: "2028-01-01",
        target: { indicator: "x", unit: "x", baseline: 1, goal: 2, reviewOn: "2028-01-01" },
        createdBy: city.actor.personId,
      })
      .returning();
    const [row] = await database()
      .insert(applications)
      .values({
        fundId: fund!.id,
        applicantId: company.organisation.id,
        interventionId: intervention!.id,
        title: "Money",
        language: "en",
        amountCents: 5,
        status: "submitted",
        createdBy: company.actor.personId,
      })
      .returning();
    expect(await tasksOf(city.actor)).toEqual(["assessApplication"]);
    await database()
      .update(applications)
      .set({ status: "assessed", assessedBy: city.actor.personId })
      .where(eq(applications.id, row!.id));
    expect(await tasksOf(city.actor)).toEqual([]);
    expect(await tasksOf(one)).toEqual(["sign"]);
    expect(await tasksOf(limited)).toEqual([]);
    await database()
      .insert(signatures)
      .values({ applicationId: row!.id, applicationVersion: 1, personId: one.personId, verdict: "award" });
    expect(await tasksOf(one)).toEqual([]);
    expect(await tasksOf(two)).toEqual(["sign"]);
    await database().update(applications).set({ version: 2 }).where(eq(applications.id, row!.id));
    expect(await tasksOf(one)).toEqual(["sign"]);
  });

  test("an administrator verifies, an invited person accepts", async () => {
    const home = await organisation("ngo", { verifiedAt: null });
    const admin = await person(null, [], { isAdministrator: true });
    const waiting = await listTasks(acting(admin));
    expect(
      waiting.some(({ task, subjectId }) => task === "verifyOrganisation" && subjectId === home.id),
    ).toBe(true);
    const email = `${v7()}@example.org`;
    await database()
      .insert(invitations)
      .values({
        organisationId: home.id,
        email: email.toUpperCase(),
        roles: ["buyer"],
        tokenHash: v7(),
        invitedBy: admin.personId,
        expiresAt: hours(1),
      });
    expect(await tasksOf(await person(null, [], { email }))).toEqual(["acceptInvitation"]);
  });

  test("the count in the top bar is that of the duties listed", async () => {
    const home = await organisation("municipality");
    const everything = await person(home, [...ROLES], { isAdministrator: true });
    const tasks = await listTasks(acting(everything));
    expect(tasks.length).toBeGreaterThan(0);
    expect(await countDuties(acting(everything))).toBe(tasks.filter((task) => !task.isChance).length);
    expect(new Set([...DUTIES, ...CHANCES]).size).toBe(DUTIES.length + CHANCES.length);
  });
});

describe("what changed in what I follow", () => {
  test("stays new until read, and reading goes forward only", async () => {
    const [buyer, reader] = [await someone("ministry", "buyer"), acting((await someone("company")).actor)];
    const row = await need(buyer, {
      status: "published",
      publishedAt: new Date(),
      visibility: "public",
      windowStart: "2027-01-01",
      windowEnd: "2027-03-31",
      valueMinCents: 1,
      valueMaxCents: 2,
      theme: "x",
    });
    const act = (verb: string) =>
      database().transaction((tx) => recordEvent(tx, buyer, { verb, subject: { kind: "need", id: row.id } }));
    await act("need.published");
    await follow(reader, { kind: "need", id: row.id });
    await act("need.changed");
    const [news] = await listNews(reader, { limit: 10 });
    expect(news).toMatchObject({ verb: "need.changed", title: "Need" });
    await markRead(reader, news!.seq);
    await markRead(reader, 0);
    expect(await listNews(reader, { limit: 10 })).toEqual([]);
    await markRead(reader, Number.MAX_SAFE_INTEGER);
    await act("need.changed");
    expect(await listNews(reader, { limit: 10 })).toHaveLength(1);
  });
});
