import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import type { ProgrammeState } from "@/db/enums";
import { events } from "@/db/schema/events";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { as, asVisitor, organisation, person } from "@/tests/factories/people";
import {
  asked,
  bridge,
  code,
  ecosystem,
  need,
  plan,
  programme,
  reason,
  statusOf,
  who,
} from "@/tests/factories/programmes";
import { createCaller } from "../trpc/root";
import { programmePolicy } from "./policy";

const visitor = () => createCaller(asVisitor());
const verbsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ verb }) => verb,
  );

test("a curator makes and publishes a programme; it is a draft for its lead only until then", async () => {
  const lead = await who("cluster-organisation", "curator");
  const { id } = await lead.api.programmes.create(plan);
  expect(await code(visitor().programmes.byId({ id }))).toBe("notFound");
  await lead.api.programmes.publish({ id, version: 1 });
  expect((await visitor().programmes.byId({ id })).status).toBe("published");
  expect(await verbsOf(id)).toEqual(["programme.drafted", "programme.published"]);
});

test("only a curator makes a programme, and only the lead's curator changes it", async () => {
  const buyer = await who("ministry", "buyer");
  expect(await code(buyer.api.programmes.create(plan))).toBe("programmes.onlyCurator");
  const { id, version } = await programme();
  const other = await who("cluster-organisation", "curator");
  expect(await code(other.api.programmes.change({ ...plan, id, version }))).toBe("programmes.onlyLead");
  expect(await code(other.api.programmes.close({ id, version, reason }))).toBe("programmes.onlyLead");
});

test("a programme without theme or elements is not published, and says what is missing", async () => {
  const lead = await who("cluster-organisation", "curator");
  const { id } = await lead.api.programmes.create({ ...plan, theme: null, elements: [] });
  const error = await lead.api.programmes.publish({ id, version: 1 }).catch((it) => it);
  expect(error.cause.details.issues.map((one: { field: string }) => one.field)).toEqual([
    "theme",
    "elements",
  ]);
});

test("nothing counts before the buyer consents; then value, timeline and buyers follow", async () => {
  const { lead, buyer, link } = await asked();
  expect((await visitor().programmes.byId({ id: lead.id })).summary.needs).toBe(0);
  await buyer.api.programmes.consent(link);
  expect((await visitor().programmes.byId({ id: lead.id })).summary).toEqual({
    needs: 1,
    buyers: 1,
    valueMinCents: 100,
    valueMaxCents: 300,
    start: bridge.windowStart,
    end: bridge.windowEnd,
  });
  expect(await verbsOf(buyer.id)).toEqual(["need.drafted", "need.published", "need.asked", "need.consented"]);
});

test("a consented need that the reader may not see is neither shown nor counted", async () => {
  const lead = await programme();
  const buyer = await need("invited", [lead.organisation.id]);
  const link = { programmeId: lead.id, needId: buyer.id };
  const { version } = await lead.api.programmes.proposeNeed(link);
  await buyer.api.programmes.consent({ ...link, version });
  const [seen, own] = [
    await visitor().programmes.byId({ id: lead.id }),
    await lead.api.programmes.byId({ id: lead.id }),
  ];
  expect([seen.needs.length, seen.summary.valueMaxCents, seen.years]).toEqual([0, 0, []]);
  expect([own.needs.length, own.summary.valueMaxCents]).toEqual([1, 300]);
});

test("only a buyer of the need consents; the lead and other buyers do not", async () => {
  const { lead, link } = await asked();
  const other = await who("ministry", "buyer");
  expect(await code(lead.api.programmes.consent(link))).toBe("programmes.onlyBuyer");
  expect(await code(other.api.programmes.consent(link))).toBe("programmes.onlyBuyer");
  expect(await statusOf(link)).toBe("proposed");
});

test("a colleague without the buyer's role does not consent", async () => {
  const { buyer, link } = await asked();
  const colleague = createCaller(as(await person(buyer.organisation, ["manager"])));
  expect(await code(colleague.programmes.consent(link))).toBe("programmes.onlyBuyer");
});

test("a refusal has its reason, is between lead and buyer, and may be asked again", async () => {
  const { lead, buyer, link } = await asked();
  expect(await code(buyer.api.programmes.refuse({ ...link, reason: "nee" }))).toBe("BAD_REQUEST");
  const { version } = await buyer.api.programmes.refuse({ ...link, reason });
  expect((await lead.api.programmes.byId({ id: lead.id })).needs[0]?.consent.reason).toBe(reason);
  expect((await visitor().programmes.byId({ id: lead.id })).needs).toEqual([]);
  expect(await visitor().programmes.ofNeed({ id: buyer.id })).toEqual([]);
  const again = await lead.api.programmes.proposeNeed({ programmeId: lead.id, needId: buyer.id });
  expect(again.version).toBe(version + 1);
});

test("consent is withdrawn with a reason until the programme fixes the need; then only the lead releases it", async () => {
  const { lead, buyer, link } = await asked();
  const consented = await buyer.api.programmes.consent(link);
  const withdrawn = await buyer.api.programmes.withdrawConsent({
    ...link,
    version: consented.version,
    reason,
  });
  expect(await statusOf(link)).toBe("withdrawn");
  const asked2 = await lead.api.programmes.proposeNeed({ programmeId: lead.id, needId: buyer.id });
  expect(asked2.version).toBe(withdrawn.version + 1);
  const agreed = await buyer.api.programmes.consent({ ...link, version: asked2.version });
  const fixed = await lead.api.programmes.fix({ ...link, version: agreed.version });
  expect(await code(buyer.api.programmes.withdrawConsent({ ...link, version: fixed.version, reason }))).toBe(
    "wrongState",
  );
  await lead.api.programmes.release({ ...link, version: fixed.version, reason });
  expect(await statusOf(link)).toBe("released");
});

test("an answer to another version than the buyer saw is refused", async () => {
  const { buyer, link } = await asked();
  expect(await code(buyer.api.programmes.consent({ ...link, version: link.version + 1 }))).toBe("conflict");
  expect(await statusOf(link)).toBe("proposed");
});

test("when the buyer withdraws while the lead fixes, exactly one of the two happens", async () => {
  const { lead, buyer, link } = await asked();
  const { version } = await buyer.api.programmes.consent(link);
  const results = await Promise.allSettled([
    buyer.api.programmes.withdrawConsent({ ...link, version, reason }),
    lead.api.programmes.fix({ ...link, version }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(["withdrawn", "fixed"]).toContain(await statusOf(link));
});

test("a need that was withdrawn is not consented to, and no longer counts", async () => {
  const { lead, buyer, link } = await asked();
  const { version } = await buyer.api.programmes.consent(link);
  await buyer.api.needs.withdraw({ id: buyer.id, version: buyer.version, reason });
  expect((await visitor().programmes.byId({ id: lead.id })).summary.needs).toBe(0);
  const other = await asked();
  await other.buyer.api.needs.withdraw({ id: other.buyer.id, version: other.buyer.version, reason });
  expect(await code(other.buyer.api.programmes.consent(other.link))).toBe("programmes.needNotPublished");
  expect(version).toBe(link.version + 1);
});

test("in a closed programme nothing is agreed any more", async () => {
  const { lead, buyer, link } = await asked();
  await lead.api.programmes.close({ id: lead.id, version: lead.version, reason });
  expect(await code(buyer.api.programmes.consent(link))).toBe("wrongState");
  const [shown] = await buyer.api.programmes.ofNeed({ id: buyer.id });
  expect(Object.values(shown!.abilities).some(({ can }) => can)).toBe(false);
});

test("a need that the lead may not see cannot be asked", async () => {
  const lead = await programme();
  const buyer = await need("organisation");
  expect(await code(lead.api.programmes.proposeNeed({ programmeId: lead.id, needId: buyer.id }))).toBe(
    "notFound",
  );
});

const offer = {
  kind: "training" as const,
  title: "Twintig plaatsen per jaar",
  language: "nl" as const,
  quantity: 20,
  unit: "plaatsen",
  yearFrom: 2027,
  yearTo: 2028,
};

test("an educator pledges, changes and withdraws its pledge; the years show it", async () => {
  const { id } = await programme();
  const { api } = await who("education", "partner");
  const made = await api.programmes.pledge({ ...offer, programmeId: id });
  const changed = await api.programmes.changePledge({ ...offer, ...made, yearTo: 2027 });
  expect((await visitor().programmes.byId({ id })).years).toMatchObject([
    { year: 2027, kinds: { training: { pledges: 1 }, capital: { pledges: 0 } } },
  ]);
  await api.programmes.withdrawPledge({ id: made.id, version: changed.version });
  expect((await visitor().programmes.byId({ id })).pledges).toEqual([]);
  expect(await verbsOf(made.id)).toEqual(["pledge.offered", "pledge.changed", "pledge.withdrawn"]);
});

test("who does not bring anything does not pledge, and another's pledge is left alone", async () => {
  const { id } = await programme();
  const buyer = await who("ministry", "buyer");
  expect(await code(buyer.api.programmes.pledge({ ...offer, programmeId: id }))).toBe(
    "programmes.onlyPledgers",
  );
  const { api } = await who("company", "entrepreneur");
  const made = await api.programmes.pledge({ ...offer, programmeId: id });
  const other = await who("company", "entrepreneur");
  expect(await code(other.api.programmes.withdrawPledge(made))).toBe("programmes.onlyPledger");
  expect(await code(api.programmes.changePledge({ ...offer, ...made, version: 9 }))).toBe("conflict");
});

test("capital has an amount, and years are in order", async () => {
  const { id } = await programme();
  const { api } = await who("financier", "partner");
  const pledge = (given: object) => api.programmes.pledge({ ...offer, programmeId: id, ...given });
  expect(await code(pledge({ kind: "capital" }))).toBe("BAD_REQUEST");
  expect(await code(pledge({ yearTo: 2026 }))).toBe("BAD_REQUEST");
  expect(await code(pledge({ kind: "capital", amountCents: 100 }))).toBe("done");
});

test("programmes that work on a cell are found by its ecosystem and element", async () => {
  const { id } = await programme({ title: "Alleen voor deze cel" });
  const on = (element: "demand" | "talent") => visitor().programmes.workingOn({ ecosystem, element });
  expect((await on("demand")).map((one) => one.id)).toContain(id);
  expect((await on("talent")).map((one) => one.id)).not.toContain(id);
});

test("what the list shows and what the policy lets read are the same, for each actor and state", async () => {
  const home = await organisation("cluster-organisation");
  const lead = as(await person(home, ["curator"]));
  const buyer = await need();
  const actors = [asVisitor(), lead, buyer, await who("company", "entrepreneur"), as(await person(null))];
  const states: [ProgrammeState, Date | null][] = [
    ["draft", null],
    ["published", new Date()],
    ["closed", new Date()],
    ["closed", null],
  ];
  let compared = 0;
  for (const [status, publishedAt] of states) {
    const createdBy = lead.actor.kind === "person" ? lead.actor.personId : "";
    const [row] = await database()
      .insert(programmes)
      .values({
        ...plan,
        leadId: home.id,
        createdBy,
        status,
        publishedAt,
        closeReason: status === "closed" ? reason : null,
      })
      .returning();
    await database()
      .insert(programmeNeeds)
      .values({ programmeId: row!.id, needId: buyer.id, proposedBy: createdBy });
    for (const ctx of actors) {
      const may = programmePolicy.rules.read.allows(ctx.actor, { ...row!, hasOwnNeed: ctx === buyer });
      const listed = (await createCaller(ctx).programmes.list({})).programmes.some(
        ({ id }) => id === row!.id,
      );
      expect([status, listed]).toEqual([status, may]);
      expect(await code(createCaller(ctx).programmes.byId({ id: row!.id }))).toBe(may ? "done" : "notFound");
      compared += 1;
    }
  }
  expect(compared).toBe(states.length * actors.length);
});
