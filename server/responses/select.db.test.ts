import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { events } from "@/db/schema/events";
import { decisionPublications, decisions } from "@/db/schema/funding";
import { memberships } from "@/db/schema/organisations";
import {
  api,
  type Cast,
  castOf,
  challengeUnderReview,
  review,
  scores,
  verdict,
} from "@/tests/factories/challenges";
import { person } from "@/tests/factories/people";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
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
