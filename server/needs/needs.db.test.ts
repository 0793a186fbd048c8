import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { type NeedState, VISIBILITIES } from "@/db/enums";
import { events } from "@/db/schema/events";
import { needInvitations, needSlips, needs } from "@/db/schema/needs";
import { as, asVisitor, organisation, person, someone } from "@/tests/factories/people";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { needPolicy } from "./policy";

const theme = region().region.missionThemes[0]!.slug;
const draft = {
  title: "Sensoren voor bruggen",
  language: "nl" as const,
  certainty: "budgeted" as const,
  visibility: "public" as const,
  windowStart: "2027-01-01",
  windowEnd: "2027-03-31",
  valueMinCents: 100,
  valueMaxCents: 200,
  theme,
};

async function buyer() {
  const ctx = await someone("ministry", "buyer");
  return { ...ctx, api: createCaller(ctx) };
}
async function published(given: Partial<typeof draft> & { visibility?: never } = {}) {
  const by = await buyer();
  const { id } = await by.api.needs.create({ ...draft, ...given });
  const { version } = await by.api.needs.publish({ id, version: 1 });
  return { ...by, id, version };
}
const code = async (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.code,
  );
const eventsOf = async (id: string) =>
  (await database().select().from(events).where(eq(events.subjectId, id)).orderBy(events.seq)).map(
    ({ verb }) => verb,
  );

test("a need is drafted, published and seen by a visitor", async () => {
  const { id } = await published();
  const need = await createCaller(asVisitor()).needs.byId({ id });
  expect(need).toMatchObject({ status: "published", title: draft.title });
  expect(await eventsOf(id)).toEqual(["need.drafted", "need.published"]);
});

test("only a buyer of an organisation that procures drafts; a visitor is asked to sign in", async () => {
  const company = createCaller(await someone("company", "entrepreneur"));
  expect(await code(company.needs.create(draft))).toBe("needs.onlyBuyers");
  expect(await code(createCaller(asVisitor()).needs.create(draft))).toBe("signIn");
});

test("an organisation that is not verified drafts, but does not publish", async () => {
  const home = await organisation("ministry", { verifiedAt: null });
  const api = createCaller(as(await person(home, ["buyer"])));
  const { id } = await api.needs.create(draft);
  expect(await code(api.needs.publish({ id, version: 1 }))).toBe("needs.onlyVerifiedBuyer");
});

test("a draft without a window is not published, and says what is missing", async () => {
  const { api } = await buyer();
  const { id } = await api.needs.create({ ...draft, windowStart: null, windowEnd: null });
  const error = await api.needs.publish({ id, version: 1 }).catch((e) => e);
  expect(error.cause.details.issues.map((issue: { field: string }) => issue.field)).toEqual([
    "windowStart",
    "windowEnd",
  ]);
  expect(await eventsOf(id)).toEqual(["need.drafted"]);
});

test("another organisation's draft does not exist for anyone else", async () => {
  const { api } = await buyer();
  const { id } = await api.needs.create(draft);
  const other = await buyer();
  expect(await code(other.api.needs.byId({ id }))).toBe("notFound");
  expect(await code(other.api.needs.change({ ...draft, id, version: 1 }))).toBe("notFound");
});

test("another organisation's buyer does not change a published need", async () => {
  const { id, version } = await published();
  const other = await buyer();
  expect(await code(other.api.needs.withdraw({ id, version, reason: "Hoort bij ons" }))).toBe(
    "needs.onlyBuyer",
  );
});

test("a window of a published need moves with its reason, and the slip is kept", async () => {
  const { api, id, version } = await published();
  const to = { windowStart: "2027-07-01", windowEnd: "2027-09-30" };
  expect(await code(api.needs.change({ ...draft, ...to, id, version }))).toBe("incomplete");
  await api.needs.move({ id, version, ...to, reason: "De begroting schuift" });
  const slips = await database().select().from(needSlips).where(eq(needSlips.needId, id));
  expect(slips).toMatchObject([{ fromStart: draft.windowStart, toStart: to.windowStart }]);
  expect((await api.needs.byId({ id })).slips).toHaveLength(1);
});

test("a need that is withdrawn or fulfilled is left alone", async () => {
  const { api, id, version } = await published();
  const done = await api.needs.fulfil({ id, version, becameUrl: "https://example.org/tender/1" });
  expect(await code(api.needs.withdraw({ id, version: done.version, reason: "Toch niet" }))).toBe(
    "wrongState",
  );
});

test("of two who save the same version, the second hears what is there now", async () => {
  const { api, id, version } = await published();
  const results = await Promise.allSettled([
    api.needs.change({ ...draft, title: "De eerste titel", id, version }),
    api.needs.change({ ...draft, title: "De tweede titel", id, version }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refused = results.find((one) => one.status === "rejected") as PromiseRejectedResult;
  expect(refused.reason.cause.key).toBe("conflict");
  expect(refused.reason.cause.details.current.version).toBe(version + 1);
});

test("a theme or an ecosystem that the region does not know is refused", async () => {
  const { api } = await buyer();
  expect(await code(api.needs.create({ ...draft, theme: "nergens" }))).toBe("needs.unknownTheme");
  expect(await code(api.needs.create({ ...draft, ecosystems: ["nergens"] }))).toBe("needs.unknownEcosystem");
});

test("a code that CPV does not hold is refused, and a check digit is left out", async () => {
  const { api } = await buyer();
  expect(await code(api.needs.create({ ...draft, cpv: "99999999" }))).toBe("needs.unknownCpv");
  const { id } = await api.needs.create({ ...draft, cpv: "44212100-0" });
  const kept = await api.needs.byId({ id });
  expect(kept.cpv).toBe("44212100");
  expect(kept.cpvName).toEqual({ nl: "Brug", en: "Bridge" });
});

test("a need with a code and without a theme is published; with neither it is not", async () => {
  const { api } = await buyer();
  const neither = await api.needs.create({ ...draft, theme: null });
  expect(await code(api.needs.publish(neither))).toBe("incomplete");
  const coded = await api.needs.create({ ...draft, theme: null, cpv: "44212100" });
  expect(await code(api.needs.publish(coded))).toBe("done");
});

test("what needs alike have is suggested with the words in common, from what the buyer may see only", async () => {
  const { api } = await published({ title: "Zandbanken meten met boeien" });
  const [themeSlug] = [draft.theme];
  const ask = { title: "Boeien die zandbanken meten", description: "", language: "nl" as const };
  expect((await api.needs.suggest(ask)).themes).toEqual([]);
  const again = await api.needs.create({ ...draft, title: "Zandbanken en boeien in kaart" });
  const { themes } = await api.needs.suggest(ask);
  expect(themes).toEqual([
    { value: themeSlug, needs: 2, words: expect.arrayContaining(["boeien", "zandbanken"]) },
  ]);
  await api.needs.change({
    ...draft,
    ...again,
    title: "Zandbanken en boeien in kaart",
    theme: null,
    cpv: "44212100",
  });
  // The draft of one buyer tells another nothing.
  const other = await buyer();
  expect((await other.api.needs.suggest(ask)).themes).toEqual([]);
});

test("the contact is not for visitors, and stays out of the log", async () => {
  const { api, id, version } = await published();
  await api.needs.change({ ...draft, contact: "inkoop@example.org", id, version });
  expect((await createCaller(asVisitor()).needs.byId({ id })).contact).toBe("");
  expect((await api.needs.byId({ id })).contact).toBe("inkoop@example.org");
  const logged = await database().select().from(events).where(eq(events.subjectId, id));
  expect(JSON.stringify(logged)).not.toContain("inkoop@example.org");
});

test("words in Dutch and in English find a need, and filters narrow the list", async () => {
  const { api } = await published({ title: "Zeldzame walrustellingen bij IJmuiden" });
  const list = (filter: object) => api.needs.list({ mine: true, ...filter });
  expect((await list({ q: "walrustelling" })).total).toBe(1);
  expect((await list({ q: "walrustelling -IJmuiden" })).total).toBe(0);
  expect((await list({ certainty: "idea" })).total).toBe(0);
  expect((await list({ from: "2027-03-01", until: "2027-12-31", theme })).total).toBe(1);
  expect((await list({ from: "2027-04-01" })).total).toBe(0);
  expect((await list({ valueFrom: 201 })).total).toBe(0);
});

test("what the list shows and what the policy lets read are the same, for each actor, state and visibility", async () => {
  const home = await organisation("ministry");
  const invited = await someone("company", "entrepreneur");
  const own = as(await person(home, ["buyer"]));
  const actors = [
    asVisitor(),
    own,
    invited,
    await someone("company", "entrepreneur"),
    as(await person(null)),
  ];
  const states: NeedState[] = ["draft", "published", "fulfilled", "withdrawn"];
  let compared = 0;
  for (const status of states)
    for (const visibility of VISIBILITIES) {
      const publishedAt = status === "draft" ? null : new Date();
      const [row] = await database()
        .insert(needs)
        .values({
          ...draft,
          buyerId: home.id,
          createdBy: own.actor.kind === "person" ? own.actor.personId : "",
          status,
          visibility,
          publishedAt,
          withdrawReason: status === "withdrawn" ? "Niet meer nodig" : null,
        })
        .returning();
      await database().insert(needInvitations).values({
        needId: row!.id,
        organisationId: invited.organisation.id,
      });
      for (const ctx of actors) {
        const isInvited = ctx === invited;
        const may = needPolicy.rules.read.allows(ctx.actor, { ...row!, isInvited });
        const seen = await code(createCaller(ctx).needs.byId({ id: row!.id }));
        expect([status, visibility, seen]).toEqual([status, visibility, may ? "done" : "notFound"]);
        compared += 1;
      }
    }
  expect(compared).toBe(states.length * VISIBILITIES.length * actors.length);
});

test("a buyer's own reference names one need: the second is told, also of two at once", async () => {
  const { api } = await buyer();
  const other = await buyer();
  const twice = [
    api.needs.create({ ...draft, reference: "A-1" }),
    api.needs.create({ ...draft, reference: "A-1" }),
  ];
  const outcomes = await Promise.allSettled(twice);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const taken = { cause: { code: "rule", key: "needs.referenceTaken" } };
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: taken });
  const second = await api.needs.create({ ...draft, reference: "A-2" });
  await expect(api.needs.change({ ...draft, ...second, reference: "A-1" })).rejects.toMatchObject(taken);
  await expect(other.api.needs.create({ ...draft, reference: "A-1" })).resolves.toBeDefined();
});
