import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { CHALLENGE_STATES, type ChallengeState, RESPONSE_STATES } from "@/db/enums";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { events } from "@/db/schema/events";
import { decisionPublications, decisions } from "@/db/schema/funding";
import { memberships } from "@/db/schema/organisations";
import { responses } from "@/db/schema/responses";
import { createCaller } from "@/server/trpc/root";
import {
  api,
  type Cast,
  castOf,
  challengeUnderReview,
  openedChallenge,
  passDeadline,
  review,
  scores,
  submittedResponse,
  verdict,
} from "@/tests/factories/challenges";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";
import { responsePolicy } from "./policy";
import { receiptOf } from "./receipt";
import { asRespondent } from "./sealed";
import { isFreeReviewer, responsesVisibleTo } from "./visible";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
});

const draft = (challengeId: string, version: number | null = null) => ({
  challengeId,
  version,
  title: "A floor that feels",
  body: "The secret of the floor",
  language: "en" as const,
  priceCents: 4_000_000,
});

describe("responding", () => {
  test("gives a receipt: the moment by the database's clock and the hash of what was handed in", async () => {
    const { id } = await openedChallenge(cast);
    const { id: responseId } = await submittedResponse(cast.company, id);
    const seen = await api(cast.company).responses.byId({ id: responseId });
    expect(seen.status).toBe("submitted");
    const expected = {
      challengeId: id,
      organisationId: cast.company.organisation.id,
      title: seen.title,
      body: seen.body,
      priceCents: seen.priceCents,
    };
    expect(seen.receiptHash).toBe(receiptOf(expected, seen.submittedAt!));
    expect(seen.receiptHash).not.toBe(receiptOf({ ...expected, body: "other" }, seen.submittedAt!));
    expect(Math.abs(seen.submittedAt!.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test("can be taken back and handed in again until the deadline, with a new receipt", async () => {
    const { id } = await openedChallenge(cast);
    const first = await submittedResponse(cast.company, id);
    const before = await api(cast.company).responses.byId({ id: first.id });
    const withdrawn = await api(cast.company).responses.withdraw(first);
    const saved = await api(cast.company).responses.save(draft(id, withdrawn.version));
    await api(cast.company).responses.submit(saved);
    const after = await api(cast.company).responses.byId({ id: first.id });
    expect(after.receiptHash).not.toBe(before.receiptHash);
  });

  test("is for entrepreneurs of a verified company that is not the client", async () => {
    const { id } = await openedChallenge(cast);
    for (const who of [
      cast.stranger,
      cast.client,
      cast.curator,
      await someone("company", "manager"),
      await someone("ngo", "entrepreneur"),
    ]) {
      await expect(api(who).responses.save(draft(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await api(who).responses.own({ challengeId: id })).toMatchObject({
        response: null,
        respond: { can: false, why: "responses.onlyRespondent" },
      });
    }
    const waiting = await organisation("company", { verifiedAt: null });
    const unverified = as(await person(waiting, ["entrepreneur"]));
    await expect(createCaller(unverified).responses.save(draft(id))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("is refused from the deadline on, by command and by the database itself", async () => {
    const { id } = await openedChallenge(cast);
    const saved = await api(cast.company).responses.save(draft(id));
    const handedIn = await submittedResponse(cast.rival, id);
    await passDeadline(id);
    const late = { cause: { key: "responses.afterDeadline" } };
    await expect(api(cast.company).responses.submit(saved)).rejects.toMatchObject(late);
    await expect(api(cast.company).responses.save(draft(id, saved.version))).rejects.toMatchObject(late);
    await expect(api(cast.rival).responses.withdraw(handedIn)).rejects.toMatchObject(late);
    const again = await someone("company", "entrepreneur");
    await expect(api(again).responses.save(draft(id))).rejects.toMatchObject(late);
    await expect(
      asRespondent(cast.rival, (tx) =>
        tx.update(responses).set({ body: "better" }).where(eq(responses.id, handedIn.id)),
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
    await expect(
      asRespondent(again, (tx) =>
        tx.insert(responses).values({
          challengeId: id,
          organisationId: again.organisation.id,
          title: "Late",
          language: "en",
          createdBy: again.actor.personId,
        }),
      ),
    ).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("waits for what is missing", async () => {
    const { id } = await openedChallenge(cast);
    const saved = await api(cast.company).responses.save({ ...draft(id), body: " ", priceCents: null });
    const { response } = await api(cast.company).responses.own({ challengeId: id });
    expect(response?.missing.map(({ field }) => field)).toEqual(["body", "priceCents"]);
    await expect(api(cast.company).responses.submit(saved)).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
  });

  test("is one per company: of two first saves at once one is told, none is lost", async () => {
    const { id } = await openedChallenge(cast);
    const both = await Promise.allSettled([
      api(cast.company).responses.save(draft(id)),
      api(cast.company).responses.save(draft(id)),
    ]);
    const refused = both.filter((it) => it.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: "CONFLICT" });
    const { response } = await api(cast.company).responses.own({ challengeId: id });
    await expect(api(cast.company).responses.save(draft(id, 7))).rejects.toMatchObject({ code: "CONFLICT" });
    expect(response?.version).toBe(1);
  });

  test("needs an open challenge that the company can see", async () => {
    const nowhere = "01890000-0000-7000-8000-000000000000";
    await expect(api(cast.company).responses.save(draft(nowhere))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
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

describe("reviewing", () => {
  test("opens with the review, to free reviewers and the client, not to others", async () => {
    const { id, responses: ids } = await challengeUnderReview(cast);
    const [one] = cast.reviewers;
    const seen = await api(one).responses.reviewing({ challengeId: id });
    expect(seen.responses.map((it) => it.id)).toEqual(ids);
    expect((await api(cast.client).responses.byId({ id: ids[0] })).isOwn).toBe(false);
    expect(await createCaller(asVisitor()).responses.count({ challengeId: id })).toEqual({ count: 2 });
    for (const who of [cast.rival, cast.stranger, cast.curator, cast.administrator])
      await expect(api(who).responses.byId({ id: ids[0] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const who of [cast.client, cast.company, cast.stranger])
      await expect(api(who).responses.reviewing({ challengeId: id })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });

  test("shows nothing to who has not declared, or declared a conflict", async () => {
    const { id, responses: ids } = await challengeUnderReview(cast);
    const late = await someone("research", "reviewer");
    await api(cast.client).challenges.assignReviewer({ id, personId: late.actor.personId });
    const shown = async () => (await api(late).responses.reviewing({ challengeId: id })).responses.length;
    expect(await shown()).toBe(0);
    await expect(review(late, ids[0])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await api(late).challenges.declareConflict({ id, conflict: "none" });
    expect(await shown()).toBe(2);
    await api(late).challenges.declareConflict({ id, conflict: "conflict", note: "I know them well" });
    expect(await shown()).toBe(0);
  });

  test("excludes who joined a respondent since, acting for whichever organisation", async () => {
    const { id, responses: ids } = await challengeUnderReview(cast);
    const turned = await someone("research", "reviewer");
    await api(cast.client).challenges.assignReviewer({ id, personId: turned.actor.personId });
    await api(turned).challenges.declareConflict({ id, conflict: "none" });
    await review(turned, ids[0]);
    await database()
      .insert(memberships)
      .values({ organisationId: cast.rival.organisation.id, personId: turned.actor.personId, roles: [] });
    await expect(review(turned, ids[1])).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { responses: shown } = await api(cast.client).responses.results({ challengeId: id });
    expect(shown.find((it) => it.id === ids[0])?.reviewCount).toBe(0);
  });

  test("hints at what ties a reviewer to a respondent", async () => {
    const { id } = await challengeUnderReview(cast);
    const kin = await organisation("research", { emailDomain: "kin.example", registrationNumber: "12" });
    const tied = as(await person(kin, ["reviewer"]));
    await api(cast.client).challenges.assignReviewer({
      id,
      personId: tied.actor.kind === "person" ? tied.actor.personId : "",
    });
    await database().execute(sql`update organisations set email_domain = 'kin.example', registration_number = '12'
      where id = ${cast.company.organisation.id}`);
    const { hints } = await api(cast.client).responses.panel({ challengeId: id });
    expect(hints.map(({ hint }) => hint)).toEqual(["registration-number", "email-domain"]);
    expect(hints[0]!.respondent).toBe(cast.company.organisation.name);
    await expect(api(cast.company).responses.panel({ challengeId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is apart: others' scores show only after the own are in", async () => {
    const { id, responses: ids } = await challengeUnderReview(cast);
    const [one, two] = cast.reviewers;
    await review(one, ids[0], scores(5, 2));
    const seenBy = async (who: typeof one) => {
      const { responses: shown } = await api(who).responses.results({ challengeId: id });
      return shown.find((it) => it.id === ids[0])!;
    };
    expect(await seenBy(two)).toMatchObject({ isShown: false, score: null, reviews: [], spreads: [] });
    expect(await seenBy(cast.client)).toMatchObject({ isShown: false, score: null });
    await review(two, ids[0], scores(2, 2));
    expect(await seenBy(two)).toMatchObject({
      isShown: true,
      // (5·60 + 2·40)/100 = 3.80 and 2.00, of which the mean is 2.90.
      score: 2.9,
      isContested: true,
      spreads: [
        { criterion: "impact", spread: { min: 2, max: 5, range: 3 } },
        { criterion: "price", spread: { min: 2, max: 2, range: 0 } },
      ],
    });
    expect(await seenBy(cast.client)).toMatchObject({ isShown: true, score: 2.9 });
    await expect(api(cast.company).responses.results({ challengeId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("keeps a draft, asks a reason per criterion, and stands once handed in", async () => {
    const { responses: ids } = await challengeUnderReview(cast);
    const [one] = cast.reviewers;
    const partly = [{ criterion: "impact", score: 3, reason: "" }];
    const saved = await api(one).responses.saveReview({ responseId: ids[0], scores: partly });
    const handIn = { responseId: ids[0], submit: true, version: saved.version };
    await expect(api(one).responses.saveReview({ ...handIn, scores: partly })).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
    await expect(
      api(one).responses.saveReview({ ...handIn, scores: scores(null, null) }),
    ).rejects.toMatchObject({ code: "UNPROCESSABLE_CONTENT" });
    const other = [...scores(3, 3), { criterion: "charm", score: 5, reason: "So nice" }];
    await expect(api(one).responses.saveReview({ ...handIn, scores: other })).rejects.toMatchObject({
      cause: { key: "responses.unknownCriterion" },
    });
    await expect(
      api(one).responses.saveReview({ ...handIn, version: 9, scores: scores(3, 3) }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const done = await api(one).responses.saveReview({ ...handIn, scores: scores(3, null) });
    await expect(
      api(one).responses.saveReview({ ...handIn, version: done.version, scores: scores(5, 5) }),
    ).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });
});

describe("selecting", () => {
  async function reviewed() {
    const made = await challengeUnderReview(cast);
    for (const reviewer of cast.reviewers) for (const id of made.responses) await review(reviewer, id);
    return made;
  }
  const select = (who: typeof cast.client, made: Awaited<ReturnType<typeof reviewed>>) =>
    api(who).responses.select({
      challengeId: made.id,
      version: made.version,
      verdicts: [verdict(made.responses[0], true), verdict(made.responses[1], false)],
    });

  test("writes a public decision with reasons per criterion, and gives each respondent its own feedback", async () => {
    const made = await reviewed();
    const { decisions: ids } = await select(cast.client, made);
    expect(ids).toHaveLength(1);
    const [decision] = await database().select().from(decisions).where(eq(decisions.id, ids[0]!));
    expect(decision).toMatchObject({
      kind: "selection",
      challengeId: made.id,
      responseId: made.responses[0],
      beneficiaryId: cast.company.organisation.id,
      subjectVersion: made.version,
      decidedBy: [cast.client.actor.personId],
      reasons: verdict(made.responses[0], true).reasons,
    });
    expect(await database().$count(decisionPublications, eq(decisionPublications.decisionId, ids[0]!))).toBe(
      1,
    );
    const refused = await api(cast.rival).responses.byId({ id: made.responses[1] });
    expect(refused.feedback).toEqual(verdict(made.responses[1], false).reasons);
    expect(refused.selectionId).toBeNull();
    await expect(api(cast.rival).responses.byId({ id: made.responses[0] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const forReviewer = await api(cast.reviewers[0]).responses.byId({ id: made.responses[1] });
    expect(forReviewer.feedback).toBeNull();
    const happened = await database().select().from(events).where(eq(events.subjectId, made.id));
    expect(happened.map(({ verb }) => verb)).toContain("challenge.decided");
    expect(JSON.stringify(happened)).not.toContain("Helps most tenants");
  });

  test("is for the client, once, on what it saw", async () => {
    const made = await reviewed();
    for (const who of [cast.curator, cast.company, cast.stranger, cast.administrator])
      await expect(select(who, made)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(select(cast.client, { ...made, version: made.version - 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const both = await Promise.allSettled([select(cast.client, made), select(cast.client, made)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database().$count(decisions, eq(decisions.challengeId, made.id))).toBe(1);
  });

  test("waits for two reviews that count of every response", async () => {
    const made = await challengeUnderReview(cast);
    const [one, two] = cast.reviewers;
    for (const id of made.responses) await review(one, id);
    await review(two, made.responses[0]);
    await expect(select(cast.client, made)).rejects.toMatchObject({ cause: { key: "responses.twoReviews" } });
    await review(two, made.responses[1]);
    await api(two).challenges.declareConflict({ id: made.id, conflict: "conflict", note: "Now I know more" });
    await expect(select(cast.client, made)).rejects.toMatchObject({ cause: { key: "responses.twoReviews" } });
  });

  test("asks a verdict on every response, a reason per criterion, and a note where reviewers lie far apart", async () => {
    const made = await challengeUnderReview(cast);
    const [one, two] = cast.reviewers;
    await review(one, made.responses[0], scores(5, 3));
    await review(two, made.responses[0], scores(2, 3));
    for (const reviewer of cast.reviewers) await review(reviewer, made.responses[1]);
    const base = { challengeId: made.id, version: made.version };
    const first = verdict(made.responses[0], true);
    const second = verdict(made.responses[1], false);
    const issuesOf = async (verdicts: (typeof first & { consensus?: string })[]) => {
      const refusal = await api(cast.client)
        .responses.select({ ...base, verdicts })
        .catch((error) => error);
      return [
        refusal.cause.key,
        ...(refusal.cause.details.issues ?? []).map((it: { field: string }) => it.field),
      ];
    };
    expect(await issuesOf([first])).toEqual(["responses.allResponses"]);
    expect(await issuesOf([first, first])).toEqual(["responses.allResponses"]);
    expect(await issuesOf([first, second])).toEqual(["incomplete", "verdicts.0.consensus"]);
    const bare = { ...second, reasons: { impact: "Too little is known.", price: "" } };
    expect(await issuesOf([{ ...first, consensus: "They met and agreed on 4." }, bare])).toEqual([
      "incomplete",
      "verdicts.1.reasons.price",
    ]);
  });

  test("may find that none will do, and says why in public", async () => {
    const made = await reviewed();
    const none = {
      challengeId: made.id,
      version: made.version,
      verdicts: made.responses.map((id) => verdict(id, false)),
    };
    await expect(api(cast.client).responses.select(none)).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
    const noneReason = "None works without the tenants' own internet.";
    const { decisions: ids } = await api(cast.client).responses.select({ ...none, noneReason });
    const [decision] = await database().select().from(decisions).where(eq(decisions.id, ids[0]!));
    expect(decision).toMatchObject({ responseId: null, beneficiaryId: null, reasons: { none: noneReason } });
  });

  test("is not for who belongs to a respondent", async () => {
    const made = await reviewed();
    const both = await person(cast.client.organisation, ["buyer"]);
    await database()
      .insert(memberships)
      .values({ organisationId: cast.rival.organisation.id, personId: both.personId, roles: [] });
    await expect(select({ ...cast.client, actor: both }, made)).rejects.toMatchObject({
      cause: { key: "responses.ownInterest" },
    });
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
