import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { CHALLENGE_STATES } from "@/db/enums";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { events } from "@/db/schema/events";
import { createCaller } from "@/server/trpc/root";
import {
  acceptedChallenge,
  api,
  type Cast,
  castOf,
  challengeUnderReview,
  completeChallenge,
  openedChallenge,
  passDeadline,
  submittedResponse,
} from "@/tests/factories/challenges";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import { challengePolicy } from "./policy";
import { challengesVisibleTo } from "./visible";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const verbsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ verb }) => verb,
  );

describe("proposing a challenge", () => {
  test("is for anyone with an organisation; the buyer of the need is the client", async () => {
    const { id } = await api(cast.company).challenges.create(completeChallenge({ needId: cast.needId }));
    const made = await api(cast.company).challenges.byId({ id });
    expect(made.client.id).toBe(cast.client.organisation.id);
    expect(made).toMatchObject({ status: "draft", isProposer: true, missing: [] });
    const loose = as(await person(null));
    await expect(
      createCaller(loose).challenges.create(completeChallenge({ needId: null })),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("says per field what is missing, and weights must make 100", async () => {
    const { id, version } = await api(cast.client).challenges.create({
      ...completeChallenge({ needId: null }),
      criteria: [{ key: "impact", name: "Impact", weight: 60 }],
      missionTest: {
        safe: { how: "x", forWhom: "y", measuredBy: " " },
        better: { how: "x", forWhom: "y", measuredBy: "z" },
        just: { how: "x", forWhom: "y", measuredBy: "z" },
      },
      parties: ["The same", "The same"],
      deadline: null,
    });
    const { missing } = await api(cast.client).challenges.byId({ id });
    expect(missing.map(({ field }) => field)).toEqual([
      "needId",
      "parties",
      "criteria",
      "deadline",
      "missionTest.safe.measuredBy",
    ]);
    await expect(api(cast.client).challenges.propose({ id, version })).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
  });

  test("cannot link a need that the proposer may not see", async () => {
    const hidden = "01890000-0000-7000-8000-000000000000";
    await expect(
      api(cast.company).challenges.create(completeChallenge({ needId: hidden })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("stays unseen until it is proposed, then curators see it, and all once it is open", async () => {
    const draft = await api(cast.client).challenges.create(completeChallenge({ needId: cast.needId }));
    const seenBy = async () => {
      const readers = [cast.client, cast.curator, cast.company, cast.administrator, asVisitor()];
      const seen = readers.map((reader) => createCaller(reader).challenges.byId({ id: draft.id }));
      return (await Promise.allSettled(seen)).map(({ status }) => status === "fulfilled");
    };
    expect(await seenBy()).toEqual([true, false, false, false, false]);
    const proposed = await api(cast.client).challenges.propose(draft);
    expect(await seenBy()).toEqual([true, true, false, true, false]);
    const accepted = await api(cast.curator).challenges.accept({
      ...proposed,
      reason: "Serves the mission.",
    });
    await api(cast.client).challenges.open(accepted);
    expect(await seenBy()).toEqual([true, true, true, true, true]);
  });

  test("tells a visitor nothing of contacts and persons", async () => {
    const { id } = await openedChallenge(cast);
    const seen = await createCaller(asVisitor()).challenges.byId({ id });
    const told = JSON.stringify(seen);
    expect(seen.contact).toBe("");
    for (const { actor } of [cast.client, cast.curator]) expect(told).not.toContain(actor.personId);
  });
});

describe("the mission test", () => {
  test("is assessed by a curator who did not propose the challenge", async () => {
    const own = await api(cast.curator).challenges.create(completeChallenge({ needId: cast.needId }));
    const proposed = await api(cast.curator).challenges.propose(own);
    const reason = "It serves the mission well.";
    for (const who of [cast.curator, cast.client, cast.company])
      await expect(api(who).challenges.accept({ ...proposed, reason })).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    const second = await someone("cluster-organisation", "curator");
    await api(second).challenges.accept({ ...proposed, reason });
    expect(await verbsOf(own.id)).toEqual(["challenge.drafted", "challenge.proposed", "challenge.accepted"]);
  });

  test("can be returned with reasons, mended and proposed again", async () => {
    const made = await api(cast.client).challenges.create(completeChallenge({ needId: cast.needId }));
    const proposed = await api(cast.client).challenges.propose(made);
    const returned = await api(cast.curator).challenges.return({ ...proposed, reason: "Who measures this?" });
    const seen = await api(cast.client).challenges.byId({ id: made.id });
    expect(seen).toMatchObject({ status: "returned", assessment: "Who measures this?" });
    const changed = await api(cast.client).challenges.change({
      ...completeChallenge({ needId: cast.needId }),
      ...returned,
    });
    await api(cast.client).challenges.propose(changed);
    expect(await verbsOf(made.id)).toHaveLength(5);
  });
});

describe("opening", () => {
  test("is for the client, and only while the deadline lies ahead by the database's clock", async () => {
    const accepted = await acceptedChallenge(cast);
    await expect(api(cast.curator).challenges.open(accepted)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await passDeadline(accepted.id);
    await expect(api(cast.client).challenges.open(accepted)).rejects.toMatchObject({
      cause: { key: "challenges.deadlinePassed" },
    });
    const { abilities } = await api(cast.client).challenges.byId({ id: accepted.id });
    expect(abilities.open).toMatchObject({ can: false, why: "challenges.deadlinePassed" });
    // The second person can still send it back, so that the deadline can be moved.
    await api(cast.curator).challenges.return({ ...accepted, reason: "The deadline has passed." });
  });

  test("refuses what was seen in an older version, and one of two at once", async () => {
    const accepted = await acceptedChallenge(cast);
    await expect(
      api(cast.client).challenges.open({ ...accepted, version: accepted.version - 1 }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const both = await Promise.allSettled([
      api(cast.client).challenges.open(accepted),
      api(cast.client).challenges.open(accepted),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await verbsOf(accepted.id)).filter((verb) => verb === "challenge.opened")).toHaveLength(1);
  });

  test("ends at the deadline: from then on it counts as closed", async () => {
    const { id } = await openedChallenge(cast);
    const phase = async () => (await createCaller(asVisitor()).challenges.byId({ id })).phase;
    const listed = async (phase: "open" | "closed") =>
      (await createCaller(asVisitor()).challenges.list({ phase })).challenges.some((it) => it.id === id);
    expect([await phase(), await listed("open"), await listed("closed")]).toEqual(["open", true, false]);
    await passDeadline(id);
    expect([await phase(), await listed("open"), await listed("closed")]).toEqual(["closed", false, true]);
  });

  test("tells how long it is still open by the database's clock", async () => {
    const { id } = await openedChallenge(cast);
    const left = async () => (await createCaller(asVisitor()).challenges.byId({ id })).msToDeadline ?? 0;
    expect(await left()).toBeGreaterThan(3_500_000);
    expect(await left()).toBeLessThanOrEqual(3_600_000);
    await passDeadline(id);
    expect(await left()).toBeLessThanOrEqual(0);
  });
});

describe("reviewers", () => {
  test("must have the role, and be neither the proposer nor of a respondent", async () => {
    const { id } = await openedChallenge(cast);
    const assign = (personId: string) => api(cast.client).challenges.assignReviewer({ id, personId });
    await expect(assign(cast.company.actor.personId)).rejects.toMatchObject({
      cause: { key: "challenges.notAReviewer" },
    });
    await expect(assign(cast.client.actor.personId)).rejects.toMatchObject({
      cause: { key: "challenges.proposerDoesNotReview" },
    });
    const insider = await person(cast.rival.organisation, ["reviewer"]);
    await submittedResponse(cast.rival, id);
    // Before the deadline a refusal would tell that the company responded.
    await expect(assign(insider.personId)).resolves.toEqual({ id });
    await passDeadline(id);
    const colleague = await person(cast.rival.organisation, ["reviewer"]);
    await expect(assign(colleague.personId)).rejects.toMatchObject({
      cause: { key: "challenges.reviewerOfRespondent" },
    });
    const possible = await api(cast.client).challenges.possibleReviewers({ id });
    expect(possible.find((it) => it.id === colleague.personId)).toMatchObject({ isOfRespondent: true });
    await expect(
      api(cast.stranger).challenges.assignReviewer({ id, personId: colleague.personId }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("who turn out to belong to a respondent have a conflict when the review starts, whatever they declared", async () => {
    const { id, version } = await openedChallenge(cast);
    const insider = await person(cast.rival.organisation, ["reviewer"]);
    await submittedResponse(cast.rival, id);
    for (const who of [as(insider), ...cast.reviewers]) {
      await api(cast.client).challenges.assignReviewer({
        id,
        personId: (who.actor as typeof insider).personId,
      });
      await createCaller(who).challenges.declareConflict({ id, conflict: "none" });
    }
    await passDeadline(id);
    await api(cast.client).challenges.startReview({ id, version });
    const [row] = await database()
      .select()
      .from(challengeReviewers)
      .where(and(eq(challengeReviewers.challengeId, id), eq(challengeReviewers.personId, insider.personId)));
    expect(row?.conflict).toBe("conflict");
  });

  test("cannot take back a conflict, and only who was asked declares", async () => {
    const { id } = await openedChallenge(cast);
    const [one] = cast.reviewers;
    await expect(api(one).challenges.declareConflict({ id, conflict: "none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await api(cast.client).challenges.assignReviewer({ id, personId: one.actor.personId });
    await api(one).challenges.declareConflict({ id, conflict: "conflict", note: "My sister works there" });
    await expect(api(one).challenges.declareConflict({ id, conflict: "none" })).rejects.toMatchObject({
      cause: { key: "challenges.conflictStands" },
    });
  });
});

describe("the review", () => {
  test("starts only after the deadline, with a response and two free reviewers", async () => {
    const { id, version } = await openedChallenge(cast);
    const start = () => api(cast.client).challenges.startReview({ id, version });
    await expect(start()).rejects.toMatchObject({ cause: { key: "challenges.beforeDeadline" } });
    const { abilities } = await api(cast.client).challenges.byId({ id });
    expect(abilities.startReview).toMatchObject({ can: false, why: "challenges.beforeDeadline" });
    await submittedResponse(cast.company, id);
    await passDeadline(id);
    await expect(start()).rejects.toMatchObject({ cause: { key: "challenges.twoReviewers" } });
    const { id: empty, version: other } = await openedChallenge(cast);
    await passDeadline(empty);
    await expect(
      api(cast.client).challenges.startReview({ id: empty, version: other }),
    ).rejects.toMatchObject({ cause: { key: "challenges.noResponses" } });
  });

  test("is a step of its own in the log", async () => {
    const { id } = await challengeUnderReview(cast);
    expect((await verbsOf(id)).at(-1)).toBe("challenge.reviewStarted");
  });
});

test("a cancelled challenge is cancelled with its reason, by the client alone", async () => {
  const opened = await openedChallenge(cast);
  const reason = "The budget was withdrawn.";
  await expect(api(cast.company).challenges.cancel({ ...opened, reason })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await api(cast.client).challenges.cancel({ ...opened, reason });
  const seen = await createCaller(asVisitor()).challenges.byId({ id: opened.id });
  expect(seen).toMatchObject({ status: "cancelled", assessment: reason });
});

test("the list marks what was searched for in titles, and shows where else it stands", async () => {
  const { id } = await openedChallenge(cast);
  const foundIn = async (q: string) =>
    (await createCaller(asVisitor()).challenges.list({ q })).challenges.find((it) => it.id === id)?.found;
  const shown = (segments?: { text: string; isMatch: boolean }[] | null) =>
    segments?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
  const inTitle = await foundIn("cameras");
  expect([shown(inTitle?.title), inTitle?.fragment]).toEqual(["Notice a fall without a [camera]", null]);
  expect(shown((await foundIn("tenant"))?.fragment)).toBe("Find a way that [tenants] like.");
  expect(await foundIn("")).toBeNull();
});

test("the list shows exactly what the policy lets each reader read, in every state", async () => {
  const [reviewer] = cast.reviewers;
  const rows = [];
  for (const status of CHALLENGE_STATES)
    for (const openedAt of ["open", "under-review", "decided"].includes(status) ? [new Date()] : [null]) {
      const [row] = await database()
        .insert(challenges)
        .values({
          title: `In ${status}`,
          language: "en",
          clientId: cast.client.organisation.id,
          proposedBy: cast.company.actor.personId,
          deadline: new Date(),
          status,
          openedAt,
        })
        .returning();
      rows.push(row!);
      if (status === "accepted")
        await database().insert(challengeReviewers).values({
          challengeId: row!.id,
          personId: reviewer.actor.personId,
          assignedBy: cast.client.actor.personId,
        });
    }
  const { client, company, rival, curator, stranger, administrator } = cast;
  for (const { actor } of [client, company, rival, curator, stranger, administrator, reviewer, asVisitor()]) {
    const seen = await database()
      .select({ id: challenges.id })
      .from(challenges)
      .where(challengesVisibleTo(actor));
    for (const row of rows) {
      const isReviewer = actor === reviewer.actor && row.status === "accepted";
      const allowed = challengePolicy.rules.read.allows(actor, { ...row, isReviewer });
      expect(
        seen.some(({ id }) => id === row.id),
        `${row.status}`,
      ).toBe(allowed);
    }
  }
});
