import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { APPLICATION_STATES, ROLES } from "@/db/enums";
import { events } from "@/db/schema/events";
import { applications, decisionPublications, decisions, funds, signatures } from "@/db/schema/funding";
import { memberships } from "@/db/schema/organisations";
import type { Context } from "@/server/core/context";
import { createCaller } from "@/server/trpc/root";
import {
  castOf,
  api as challengeApi,
  challengeUnderReview,
  review,
  verdict,
} from "@/tests/factories/challenges";
import {
  assessed,
  completeApplication,
  drafted,
  type FundCast,
  fundCast,
  interventionOf,
  MANDATE_CENTS,
  mandate,
  sign,
  submitted,
} from "@/tests/factories/funding";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import { allows } from "../core/policy";
import { applicationPolicy, decisionPolicy } from "./policy";
import { applicationsVisibleTo, decisionsVisibleTo } from "./visible";

let cast: FundCast;
beforeAll(async () => {
  cast = await fundCast({ budgetCents: 10_000_000_000 });
});

const api = (who: Parameters<typeof createCaller>[0]) => createCaller(who);
const reason = async (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.code,
  );
const verbsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ verb }) => verb,
  );
const promised = async (id: string) =>
  (await database().select().from(funds).where(eq(funds.id, id)))[0]!.promisedCents;
const awarded = async (of: FundCast = cast) => {
  const it = await assessed(of);
  await sign(of.approvers[0], it);
  return { ...it, ...(await sign(of.approvers[1], it)) };
};

describe("an application", () => {
  test("goes from draft to a published award, and each step is recorded", async () => {
    const { id, decisionId } = await awarded();
    await api(cast.officer).funding.publishDecision({ id: decisionId! });
    expect(await verbsOf(id)).toEqual([
      "application.drafted",
      "application.submitted",
      "application.assessed",
      "application.signed",
      "application.awarded",
    ]);
    expect(await verbsOf(decisionId!)).toEqual(["decision.published"]);
    const seen = await api(asVisitor()).funding.decisionById({ id: decisionId! });
    expect(seen).toMatchObject({
      kind: "award",
      amountCents: 10_000_000,
      cofundingCents: 30_000_000,
      multiplier: 3,
      signatories: 2,
      applicationId: null,
    });
    expect(seen.reasons.map(({ key }) => key)).toEqual(["officer", "approver-1", "approver-2"]);
    expect(JSON.stringify(seen)).not.toContain(cast.approvers[0].actor.personId);
  });

  test("is not submitted with one party, named twice", async () => {
    const it = await drafted(cast, { parties: ["A company", "a company"] });
    expect(await reason(api(cast.applicant).funding.submit(it))).toBe("incomplete");
  });

  test("is for what the own organisation was selected for, or has as owner or partner", async () => {
    const stranger = await someone("cluster-organisation", "curator");
    const input = { ...completeApplication(), fundId: cast.fundId };
    const { interventionId } = cast;
    expect(await reason(api(stranger).funding.create({ ...input, decisionId: null, interventionId }))).toBe(
      "funding.notOwnIntervention",
    );
    const { decisionId } = await awarded();
    expect(await reason(api(stranger).funding.create({ ...input, decisionId, interventionId: null }))).toBe(
      "funding.notSelected",
    );
    expect(await reason(api(cast.applicant).funding.create({ ...input, decisionId, interventionId }))).toBe(
      "BAD_REQUEST",
    );
  });

  test("is a draft of the applicant alone, and not found for others, whatever their roles", async () => {
    const { id } = await drafted(cast);
    for (const who of [cast.officer, ...cast.approvers, await someone("ministry", ...ROLES)])
      expect(await reason(api(who).funding.applicationById({ id }))).toBe("notFound");
  });

  test("is withdrawn by the applicant until it is decided", async () => {
    const it = await assessed(cast);
    expect(await reason(api(cast.officer).funding.withdraw(it))).toBe("funding.onlyApplicant");
    await api(cast.applicant).funding.withdraw(it);
    expect(await reason(sign(cast.approvers[0], { ...it, version: it.version + 1 }))).toBe("wrongState");
    const { id, version } = await awarded();
    expect(await reason(api(cast.applicant).funding.withdraw({ id, version }))).toBe("wrongState");
  });

  test("that someone else changed is not overwritten", async () => {
    const it = await drafted(cast);
    const change = { ...completeApplication(), id: it.id, version: it.version };
    await api(cast.applicant).funding.change({ ...change, title: "Floors that feel more" });
    expect(await reason(api(cast.applicant).funding.change(change))).toBe("conflict");
  });
});

describe("a selected response", () => {
  test("asks for money once, also when tried twice at the same moment, and links both decisions", async () => {
    const challenge = await castOf();
    const { id, version, responses } = await challengeUnderReview(challenge);
    for (const responseId of responses)
      for (const reviewer of challenge.reviewers) await review(reviewer, responseId);
    const chosen = await challengeApi(challenge.client).responses.select({
      challengeId: id,
      version,
      verdicts: [verdict(responses[0], true), verdict(responses[1], false)],
      noneReason: "",
    });
    const decisionId = chosen.decisions[0]!;
    const { company, rival } = challenge;
    const { purposes } = await api(company).funding.purposes({ responseId: responses[0] });
    expect(purposes.map((purpose) => purpose.id)).toEqual([decisionId]);
    const input = { ...completeApplication(), fundId: cast.fundId, decisionId, interventionId: null };
    expect(await reason(api(rival).funding.create(input))).toBe("funding.notSelected");
    const tried = await Promise.all([1, 2, 3].map(() => reason(api(company).funding.create(input))));
    expect(tried.sort()).toEqual(["done", "funding.alreadyApplied", "funding.alreadyApplied"]);
    expect((await api(company).funding.purposes({ decisionId })).purposes).toEqual([]);

    const [draft] = await api(company).funding.applications({ fundId: cast.fundId });
    const sent = await api(company).funding.submit({ id: draft!.id, version: 1 });
    const good = { advice: "award" as const, assessment: "Complete, and it serves the mission well." };
    const ready = await api(cast.officer).funding.assess({ ...sent, ...good });
    await sign(cast.approvers[0], ready);
    const award = await sign(cast.approvers[1], ready);
    await api(cast.officer).funding.publishDecision({ id: award.decisionId! });
    const [forth, back] = await Promise.all([
      api(asVisitor()).funding.decisionById({ id: decisionId }),
      api(asVisitor()).funding.decisionById({ id: award.decisionId! }),
    ]);
    expect(forth.related.map((it) => it.id)).toEqual([award.decisionId]);
    expect(back.related.map((it) => it.id)).toEqual([decisionId]);
    expect(forth.reasons.map(({ criterion }) => criterion).sort()).toEqual(["Impact", "Price"]);
    expect(await reason(api(company).funding.create(input))).toBe("funding.alreadyApplied");
  });
});

describe("a signature is refused", () => {
  test("to the same person twice, and to the same person at the same moment", async () => {
    const it = await assessed(cast);
    const tried = await Promise.all([1, 2].map(() => reason(sign(cast.approvers[0], it))));
    expect(tried.sort()).toEqual(["done", "funding.alreadySigned"]);
    expect(await reason(sign(cast.approvers[0], it, "refuse"))).toBe("funding.alreadySigned");
    const { abilities } = await api(cast.approvers[0]).funding.applicationById({ id: it.id });
    expect(abilities.sign).toMatchObject({ can: false, why: "funding.alreadySigned" });
  });

  test("to the officer who assessed, who is approver too", async () => {
    const both = await cast.colleague("funding-officer", "approver");
    await mandate(cast.fundId, both.actor.personId);
    const sent = await submitted(cast);
    const good = { advice: "award" as const, assessment: "Complete, and it serves the mission well." };
    const it = await api(both).funding.assess({ ...sent, ...good });
    expect(await reason(sign(both, it))).toBe("funding.officerDoesNotSign");
  });

  test("to a member of the applicant, whoever they act for", async () => {
    const member = await cast.colleague("approver");
    await mandate(cast.fundId, member.actor.personId);
    await database()
      .insert(memberships)
      .values({ organisationId: cast.applicant.organisation.id, personId: member.actor.personId, roles: [] });
    expect(await reason(sign(member, await assessed(cast)))).toBe("funding.ofApplicant");
  });

  test("above the mandate and without one, with that reason", async () => {
    const it = await assessed(cast, { amountCents: MANDATE_CENTS + 1 });
    expect(await reason(sign(cast.approvers[0], it))).toBe("funding.aboveMandate");
    const { abilities } = await api(cast.approvers[0]).funding.applicationById({ id: it.id });
    expect(abilities.sign).toMatchObject({ can: false, why: "funding.aboveMandate" });
    expect(await reason(sign(await cast.colleague("approver"), it))).toBe("funding.noMandate");
    const exact = await assessed(cast, { amountCents: MANDATE_CENTS });
    expect(await reason(sign(cast.approvers[0], exact))).toBe("done");
  });

  test("to an officer, a controller and an approver of elsewhere", async () => {
    const it = await assessed(cast);
    expect(await reason(sign(cast.officer, it))).toBe("funding.onlyApprover");
    expect(await reason(sign(await cast.colleague("controller"), it))).toBe("funding.onlyApprover");
    expect(await reason(sign(await someone("municipality", "approver"), it))).toBe("notFound");
  });

  test("before it is assessed, and under a version that is no longer the newest", async () => {
    const sent = await submitted(cast);
    expect(await reason(sign(cast.approvers[0], sent))).toBe("wrongState");
    const it = await assessed(cast);
    expect(await reason(sign(cast.approvers[0], { ...it, version: it.version - 1 }))).toBe("conflict");
  });

  test("by the database too: to who drafted or assessed, and to the applicant's people", async () => {
    const it = await assessed(cast);
    for (const personId of [cast.officer.actor.personId, cast.applicant.actor.personId])
      await expect(
        database()
          .insert(signatures)
          .values({ applicationId: it.id, applicationVersion: it.version, personId, verdict: "award" }),
      ).rejects.toThrow();
  });
});

describe("two signatures", () => {
  test("that differ keep the application open, with both reasons in sight; a third decides", async () => {
    const it = await assessed(cast);
    await sign(cast.approvers[0], it, "award");
    const second = await sign(cast.approvers[1], it, "refuse");
    expect(second.decisionId).toBeNull();
    const seen = await api(cast.applicant).funding.applicationById({ id: it.id });
    expect(seen.status).toBe("assessed");
    expect(seen.signatures.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ["award", "It meets every condition."],
      ["refuse", "It meets every condition."],
    ]);
    const third = await cast.colleague("approver");
    await mandate(cast.fundId, third.actor.personId);
    const before = await promised(cast.fundId);
    const { decisionId } = await sign(third, it, "refuse");
    expect((await api(cast.officer).funding.decisionById({ id: decisionId! })).kind).toBe("refusal");
    expect(await promised(cast.fundId)).toBe(before);
  });

  test("are voided by a change: it is assessed and signed anew", async () => {
    const it = await assessed(cast);
    await sign(cast.approvers[0], it);
    const changed = await api(cast.applicant).funding.change({ ...completeApplication(), ...it });
    const seen = await api(cast.officer).funding.applicationById({ id: it.id });
    expect(seen).toMatchObject({ status: "submitted", advice: null, assessment: null, assessedBy: null });
    expect(seen.signatures.map(({ isValid, voidedAt }) => [isValid, voidedAt !== null])).toEqual([
      [false, true],
    ]);
    const good = { advice: "award" as const, assessment: "Complete, and it serves the mission well." };
    const again = await api(cast.officer).funding.assess({ ...changed, ...good });
    expect((await sign(cast.approvers[1], again)).decisionId).toBeNull();
    expect((await sign(cast.approvers[0], again)).decisionId).not.toBeNull();
  });

  test("at the same moment make one decision", async () => {
    const it = await assessed(cast);
    const both = await Promise.all(cast.approvers.map((approver) => sign(approver, it)));
    expect(both.filter(({ decisionId }) => decisionId !== null)).toHaveLength(1);
    expect(await database().$count(decisions, eq(decisions.applicationId, it.id))).toBe(1);
  });
});

describe("a fund", () => {
  test("is never promised beyond its budget: twenty awards at once for the last euros of seven", async () => {
    const small = await fundCast({ budgetCents: 75_000_000 });
    const all = await Promise.all(Array.from({ length: 20 }, () => assessed(small)));
    await Promise.all(all.map((it) => sign(small.approvers[0], it)));
    const tried = await Promise.all(all.map((it) => reason(sign(small.approvers[1], it))));
    expect(tried.filter((it) => it === "done")).toHaveLength(7);
    expect(tried.filter((it) => it === "funding.overBudget")).toHaveLength(13);
    expect(await promised(small.fundId)).toBe(70_000_000);
    expect(await database().$count(decisions, eq(decisions.fundId, small.fundId))).toBe(7);
    // What was refused stays as it was: no signature, no decision, and it can be signed when there is money.
    const stuck = all[tried.indexOf("funding.overBudget")]!;
    const { signatures: kept, status } = await api(small.officer).funding.applicationById({ id: stuck.id });
    expect([status, kept.length]).toEqual(["assessed", 1]);
  });

  test("cannot be promised beyond its budget by the table itself", async () => {
    await expect(
      database()
        .update(funds)
        .set({ promisedCents: sql`${funds.budgetCents} + 1` })
        .where(eq(funds.id, cast.fundId)),
    ).rejects.toThrow();
  });

  test("is changed by its officers, never to below what is promised, and closed to applications", async () => {
    const own = await fundCast();
    await awarded(own);
    const { version, name, description, language, conditions, minimumParties } = await api(
      own.officer,
    ).funding.fundById({ id: own.fundId });
    const terms = { id: own.fundId, version, name, description, language, conditions, minimumParties };
    const low = { ...terms, budgetCents: 9_999_999, status: "open" as const };
    expect(await reason(api(own.officer).funding.changeFund(low))).toBe("funding.belowPromised");
    expect(await reason(api(cast.officer).funding.changeFund(low))).toBe("funding.onlyOfficer");
    const waiting = await drafted(own);
    const closed = { ...terms, budgetCents: 10_000_000, status: "closed" as const };
    await api(own.officer).funding.changeFund(closed);
    expect(await verbsOf(own.fundId)).toEqual(["fund.opened", "fund.changed"]);
    expect(await reason(api(own.officer).funding.changeFund(closed))).toBe("conflict");
    expect(await reason(drafted(own))).toBe("funding.fundClosed");
    expect(await reason(api(own.applicant).funding.submit(waiting))).toBe("funding.fundClosed");
  });

  test("has mandates that its manager gives to approvers, not to themselves and not to others", async () => {
    const manager = await cast.colleague("manager", "approver");
    const approver = await cast.colleague("approver");
    const outsider = await someone("municipality", "approver");
    const give = (who: Context, personId: string) =>
      reason(api(who).funding.setMandate({ fundId: cast.fundId, personId, limitCents: 100 }));
    expect(await give(cast.officer, approver.actor.personId)).toBe("funding.onlyManager");
    expect(await give(manager, manager.actor.personId)).toBe("funding.ownMandate");
    expect(await give(manager, outsider.actor.personId)).toBe("funding.notAnApprover");
    expect(await give(manager, cast.officer.actor.personId)).toBe("funding.notAnApprover");
    expect(await give(manager, approver.actor.personId)).toBe("done");
    const { approvers } = await api(manager).funding.fundById({ id: cast.fundId });
    expect(approvers!.find((it) => it.personId === approver.actor.personId)!.limitCents).toBe(100);
    expect((await api(asVisitor()).funding.fundById({ id: cast.fundId })).approvers).toBeNull();
  });
});

describe("a decision", () => {
  test("is not updated, deleted or truncated by anyone", async () => {
    const { decisionId } = await awarded();
    const it = eq(decisions.id, decisionId!);
    await expect(database().update(decisions).set({ amountCents: 1 }).where(it)).rejects.toThrow();
    await expect(database().delete(decisions).where(it)).rejects.toThrow();
    await expect(database().execute(sql`truncate decisions cascade`)).rejects.toThrow();
    for (const change of [
      sql`update decisions set amount_cents = 1 where id = ${decisionId}`,
      sql`delete from decisions where id = ${decisionId}`,
      sql`update decision_publications set published_at = now()`,
    ])
      await expect(
        // Also not for the owner of the table.
        database().transaction(async (tx) => {
          await tx.execute(sql`reset role`);
          await tx.execute(change);
        }),
      ).rejects.toThrow();
    expect(await database().$count(decisions, it)).toBe(1);
  });

  test("is public only once it is published, by the fund's own people", async () => {
    const { decisionId } = await awarded();
    const id = decisionId!;
    expect(await reason(api(asVisitor()).funding.decisionById({ id }))).toBe("notFound");
    expect(await reason(api(await someone("ministry", ...ROLES)).funding.publishDecision({ id }))).toBe(
      "notFound",
    );
    expect(await reason(api(await cast.colleague("controller")).funding.publishDecision({ id }))).toBe(
      "funding.onlyPublishers",
    );
    await Promise.all([1, 2].map(() => api(cast.officer).funding.publishDecision({ id })));
    expect(await verbsOf(id)).toEqual(["decision.published"]);
    const { decisions: listed } = await api(asVisitor()).funding.decisions({});
    expect(listed[0]!.id).toBe(id);
  });

  test("is listed with the money of all, on whichever page", async () => {
    const of = async (page: number) =>
      api(asVisitor()).funding.decisions({ page, pageSize: 1, kind: "award" });
    const [first, far] = [await of(1), await of(9_999)];
    expect(far.decisions).toEqual([]);
    expect(far).toMatchObject({ total: first.total, awardedCents: first.awardedCents });
    expect(first.total).toBe(first.awards);
    expect(first.decisions).toHaveLength(1);
  });
});

describe("what may be seen agrees with the policy", () => {
  test("for applications, for every kind of actor in every state", async () => {
    const actors = [
      cast.applicant,
      as(await person(cast.applicant.organisation, [])),
      cast.officer,
      ...cast.approvers,
      await cast.colleague("controller"),
      await cast.colleague("manager"),
      await someone("company", ...ROLES),
      asVisitor(),
    ];
    for (const status of APPLICATION_STATES) {
      const { id } = await drafted(cast);
      await database().update(applications).set({ status }).where(eq(applications.id, id));
      for (const ctx of actors) {
        const [row] = await database()
          .select()
          .from(applications)
          .innerJoin(funds, eq(funds.id, applications.fundId))
          .where(sql`${applications.id} = ${id} and ${applicationsVisibleTo(ctx.actor)}`);
        const known = {
          status,
          applicantId: cast.applicant.organisation.id,
          createdBy: cast.applicant.actor.personId,
          assessedBy: null,
          fundOwnerId: cast.officer.organisation.id,
          amountCents: null,
          isOfApplicant: false,
          mandateCents: null,
        };
        expect(row !== undefined, status).toBe(allows(applicationPolicy, ctx.actor, "read", known));
      }
    }
  });

  test("for decisions, before and after they are published", async () => {
    const actors = [cast.officer, cast.applicant, await someone("company", ...ROLES), asVisitor()];
    const { decisionId } = await awarded();
    for (const isPublished of [false, true]) {
      if (isPublished) await api(cast.officer).funding.publishDecision({ id: decisionId! });
      for (const { actor } of actors) {
        const [row] = await database()
          .select({ id: decisions.id })
          .from(decisions)
          .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
          .where(sql`${decisions.id} = ${decisionId} and ${decisionsVisibleTo(actor)}`);
        const known = { isPublished, organisationId: cast.officer.organisation.id };
        expect(row !== undefined).toBe(allows(decisionPolicy, actor, "read", known));
      }
    }
  });

  test("a partner of an intervention asks money for it too", async () => {
    const partner = await someone("financier", "partner");
    const owner = await someone("cluster-organisation", "curator");
    const id = await interventionOf(owner, [partner.organisation.id]);
    const { purposes } = await api(partner).funding.purposes({});
    expect(purposes).toMatchObject([
      { kind: "intervention", id, parties: [partner.organisation.name, owner.organisation.name] },
    ]);
    const input = { ...completeApplication(), fundId: cast.fundId, decisionId: null, interventionId: id };
    expect(await reason(api(partner).funding.create(input))).toBe("done");
  });
});
