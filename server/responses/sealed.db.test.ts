import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { CHALLENGE_STATES, type ChallengeState, RESPONSE_STATES } from "@/db/enums";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { events } from "@/db/schema/events";
import { responses } from "@/db/schema/responses";
import { createCaller } from "@/server/trpc/root";
import {
  api,
  type Cast,
  castOf,
  openedChallenge,
  passDeadline,
  scores,
  submittedResponse,
} from "@/tests/factories/challenges";
import { asVisitor } from "@/tests/factories/people";
import { responsePolicy } from "./policy";
import { asRespondent } from "./sealed";
import { isFreeReviewer, responsesVisibleTo } from "./visible";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

describe("before the deadline", () => {
  /** Everyone who could have an interest, of whatever role. */
  const others = () => [
    cast.client,
    cast.curator,
    cast.rival,
    cast.stranger,
    cast.administrator,
    ...cast.reviewers,
  ];

  test("no procedure shows a response to anyone but its respondent", async () => {
    const { id: challengeId } = await openedChallenge(cast);
    const { id, version } = await submittedResponse(cast.company, challengeId, "Umbrella in reverse");
    for (const reviewer of [...cast.reviewers, cast.administrator]) {
      await api(cast.client).challenges.assignReviewer({
        id: challengeId,
        personId: reviewer.actor.personId,
      });
      await api(reviewer).challenges.declareConflict({ id: challengeId, conflict: "none" });
    }
    for (const who of [...others().map((who) => createCaller(who)), createCaller(asVisitor())]) {
      const refused = { code: expect.stringMatching(/NOT_FOUND|UNAUTHORIZED|BAD_REQUEST/) };
      await expect(who.responses.byId({ id })).rejects.toMatchObject(refused);
      await expect(who.responses.submit({ id, version })).rejects.toMatchObject(refused);
      await expect(who.responses.withdraw({ id, version })).rejects.toMatchObject(refused);
      await expect(who.responses.results({ challengeId })).rejects.toMatchObject(refused);
      await expect(
        who.responses.saveReview({ responseId: id, scores: scores(1, 1), submit: true }),
      ).rejects.toMatchObject(refused);
      await expect(who.collaboration.history({ kind: "response", id })).rejects.toMatchObject(refused);
      expect(await who.collaboration.audible({ topics: [`response:${id}`, "response"] })).toEqual({
        topics: [],
        here: null,
      });
      expect(await who.responses.count({ challengeId })).toEqual({ count: null });
      expect(await who.collaboration.search({ text: "secret umbrella reverse" })).toEqual([]);
      const told = JSON.stringify([
        await who.challenges.byId({ id: challengeId }),
        await who.challenges.list({}),
        await who.collaboration.activity({}),
        await who.collaboration.chain({ kind: "challenge", id: challengeId }),
      ]);
      expect(told).not.toContain(id);
      expect(told).not.toContain("Umbrella");
    }
    for (const who of others()) {
      expect(await api(who).responses.mine()).not.toContainEqual(expect.objectContaining({ id }));
      expect((await api(who).responses.own({ challengeId })).response).toBeNull();
      const judging = await Promise.allSettled([
        api(who).responses.reviewing({ challengeId }),
        api(who).responses.panel({ challengeId }),
      ]);
      expect(JSON.stringify(judging)).not.toMatch(
        new RegExp(`${id}|Umbrella|${cast.company.organisation.name}`),
      );
    }
    expect((await api(cast.company).responses.byId({ id })).body).toContain("secret");
  });

  test("no query of the application finds it, whatever it asks", async () => {
    const { id: challengeId } = await openedChallenge(cast);
    const { id } = await submittedResponse(cast.company, challengeId);
    for (const who of others()) {
      const found = await asRespondent(who, (tx) =>
        tx.execute(sql`select * from responses where id = ${id} or challenge_id = ${challengeId}`),
      );
      expect(found).toHaveLength(0);
      const changed = await asRespondent(who, (tx) =>
        tx.update(responses).set({ title: "x" }).where(eq(responses.id, id)).returning(),
      );
      expect(changed).toHaveLength(0);
    }
    expect(await database().execute(sql`select 1 from responses where id = ${id}`)).toHaveLength(0);
    await expect(
      asRespondent(cast.rival, (tx) =>
        tx.insert(responses).values({
          challengeId,
          organisationId: cast.stranger.organisation.id,
          title: "In another's name",
          language: "en",
          createdBy: cast.rival.actor.personId,
        }),
      ),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("which organisation a connection acted for is forgotten with its transaction", async () => {
    const { id: challengeId } = await openedChallenge(cast);
    const { id } = await submittedResponse(cast.company, challengeId);
    const looks = Array.from({ length: 40 }, (_, index) =>
      index % 2
        ? asRespondent(cast.company, (tx) => tx.execute(sql`select 1 from responses where id = ${id}`))
        : database().execute(sql`select 1 from responses where id = ${id}`),
    );
    const found = (await Promise.all(looks)).map((rows) => rows.length);
    expect(found).toEqual(found.map((_, index) => index % 2));
  });

  test("the log holds that something happened, and nothing of what or for which challenge", async () => {
    const { id: challengeId } = await openedChallenge(cast);
    const { id } = await submittedResponse(cast.company, challengeId);
    const rows = await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq);
    expect(rows.map(({ verb }) => verb)).toEqual(["response.drafted", "response.submitted"]);
    expect(rows.map(({ changes }) => Object.keys(changes))).toEqual([["status"], ["status"]]);
    expect(JSON.stringify(rows)).not.toContain(challengeId);
  });
});

test("the list shows exactly what the policy lets each reader read, in every state", async () => {
  const [reviewer] = cast.reviewers;
  type Seen = { id: string; status: (typeof RESPONSE_STATES)[number]; call: ChallengeState; isPast: boolean };
  const rows: Seen[] = [];
  const respondent = cast.company;
  for (const call of CHALLENGE_STATES)
    for (const isPast of [false, true])
      for (const status of RESPONSE_STATES) {
        const [challenge] = await database()
          .insert(challenges)
          .values({
            title: "For the list",
            language: "en",
            clientId: cast.client.organisation.id,
            proposedBy: cast.client.actor.personId,
            deadline: new Date(Date.now() + 3_600_000),
            status: call,
          })
          .returning();
        await database().insert(challengeReviewers).values({
          challengeId: challenge!.id,
          personId: reviewer.actor.personId,
          conflict: "none",
          assignedBy: cast.client.actor.personId,
        });
        const [row] = await asRespondent(respondent, (tx) =>
          tx
            .insert(responses)
            .values({
              challengeId: challenge!.id,
              organisationId: respondent.organisation.id,
              title: "For the list",
              language: "en",
              status,
              submittedAt: new Date(),
              receiptHash: "0".repeat(64),
              createdBy: respondent.actor.personId,
            })
            .returning(),
        );
        if (isPast) await passDeadline(challenge!.id);
        rows.push({ id: row!.id, status, call, isPast });
      }
  const { client, company, rival, curator, stranger, administrator } = cast;
  const readers = [client, company, rival, curator, stranger, administrator, reviewer, asVisitor()];
  for (const reader of readers) {
    const seen = await asRespondent(reader, (tx) =>
      tx
        .select({ id: responses.id, isFreeReviewer: isFreeReviewer(reader.actor) })
        .from(responses)
        .innerJoin(challenges, eq(challenges.id, responses.challengeId))
        .where(responsesVisibleTo(reader.actor)),
    );
    for (const row of rows) {
      const allowed = responsePolicy.rules.read.allows(reader.actor, {
        status: row.status,
        organisationId: respondent.organisation.id,
        clientId: client.organisation.id,
        challengeStatus: row.call,
        isPast: row.isPast,
        isFreeReviewer: reader.actor === reviewer.actor,
      });
      expect(
        seen.some(({ id }) => id === row.id),
        `${row.status} in ${row.call}${row.isPast ? " past its deadline" : ""}`,
      ).toBe(allowed);
    }
  }
});
