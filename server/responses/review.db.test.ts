import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { memberships } from "@/db/schema/organisations";
import { createCaller } from "@/server/trpc/root";
import { api, type Cast, castOf, challengeUnderReview, review, scores } from "@/tests/factories/challenges";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf();
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
