import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import type { VISIBILITIES } from "@/db/enums";
import { events } from "@/db/schema/events";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { asVisitor, someone } from "@/tests/factories/people";
import { historyOf } from "../collaboration/queries/history";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";

const theme = region().region.missionThemes[0]!.slug;
const ABOUT = {
  bridges: {
    title: "Sensoren voor bewaking van bruggen",
    description: "Sensoren meten trillingen in bruggen en sturen een alarm.",
  },
  viaducts: {
    title: "Sensors for monitoring of bridges",
    description: "Sensors measure vibrations in bridges and send an alarm.",
    language: "en" as const,
  },
  meals: { title: "Lunch voor vergaderingen", description: "Gezonde maaltijden uit de streek." },
};

async function who(...given: Parameters<typeof someone>) {
  const ctx = await someone(...given);
  return { ...ctx, api: createCaller(ctx) };
}
type Curator = Awaited<ReturnType<typeof who>>;
const curator = () => who("cluster-organisation", "curator");

async function need(
  about: keyof typeof ABOUT,
  visibility: (typeof VISIBILITIES)[number] = "public",
  invited: string[] = [],
) {
  const buyer = await who("ministry", "buyer");
  const { id } = await buyer.api.needs.create({
    language: "nl",
    certainty: "budgeted",
    windowStart: "2028-01-01",
    windowEnd: "2028-06-30",
    valueMinCents: 100_00,
    valueMaxCents: 300_00,
    theme,
    ...ABOUT[about],
    visibility,
    invited,
  });
  await buyer.api.needs.publish({ id, version: 1 });
  return { ...buyer, id };
}

/** The suggested bundles that hold one of these needs, as sets of those needs. */
async function offered({ api }: Curator, ids: string[]) {
  const found: string[][] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const list = await api.bundling.suggestions({ page });
    pages = list.pages;
    for (const { needs } of list.suggestions) {
      const held = needs.map(({ id }) => id).filter((id) => ids.includes(id));
      if (held.length > 0) found.push(held.sort());
    }
  }
  return found;
}
const code = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.code,
  );

/** Each test has needs of its own, and takes them away from the others' suggestions by withdrawing nothing: it looks for its own. */
const pair = async () => [(await need("bridges")).id, (await need("viaducts")).id].sort();

test("needs of two buyers in two languages are offered as one bundle, with what they have in common", async () => {
  const lead = await curator();
  const ids = await pair();
  const meal = await need("meals");
  expect(await offered(lead, [...ids, meal.id])).toEqual([ids]);
  const { suggestions } = await lead.api.bundling.suggestions({});
  const bundle = suggestions.find(({ needs }) => needs.some(({ id }) => id === ids[0]))!;
  expect(bundle.reasons.words.map(({ nl }) => nl)).toEqual(expect.arrayContaining(["sensor", "brug"]));
  expect(bundle.reasons.window).toEqual({ start: "2028-01-01", end: "2028-06-30" });
  expect(bundle.reasons.theme).toBe(theme);
  expect(bundle.buyers.length).toBeGreaterThan(1);
  await bundled(lead, ids);
});

/** Out of the way of the next test, whose needs are alike. */
async function bundled(lead: Curator, needIds: string[]) {
  const { id } = await lead.api.bundling.bundle({ title: "Bruggen met sensoren", language: "nl", needIds });
  for (const needId of needIds)
    await database()
      .update(programmeNeeds)
      .set({ status: "consented" })
      .where(eq(programmeNeeds.needId, needId));
  await database()
    .update(programmes)
    .set({ status: "published", publishedAt: new Date() })
    .where(eq(programmes.id, id));
  return id;
}

test("only curators are offered bundles", async () => {
  const buyer = await who("ministry", "buyer");
  expect(await code(buyer.api.bundling.suggestions({}))).toBe("bundling.onlyCurator");
  expect(await code(createCaller(asVisitor()).bundling.suggestions({}))).toBe("signIn");
});

test("what may not be seen, is a draft, or was agreed to elsewhere is offered to nobody; what is invited only to the invited", async () => {
  const [lead, other] = [await curator(), await curator()];
  const [open, hidden] = [await need("bridges"), await need("viaducts", "organisation")];
  const invited = await need("viaducts", "invited", [lead.organisation.id]);
  const ids = [open.id, hidden.id, invited.id];
  expect(await offered(lead, ids)).toEqual([[open.id, invited.id].sort()]);
  expect(await offered(other, ids)).toEqual([]);
  await bundled(lead, [open.id]);
  expect(await offered(lead, ids)).toEqual([]);
});

test("a dismissed suggestion is never offered again, not even in part, until that is undone", async () => {
  const [lead, other] = [await curator(), await curator()];
  const ids = await pair();
  const { id } = await lead.api.bundling.dismiss({ needIds: ids });
  expect(await offered(lead, ids)).toEqual([]);
  expect(await offered(other, ids)).toEqual([ids]);
  const third = await need("bridges");
  const all = [...ids, third.id];
  expect((await offered(lead, all)).some((held) => ids.every((one) => held.includes(one)))).toBe(false);
  expect((await lead.api.bundling.dismissals()).map((one) => one.id)).toEqual([id]);
  await lead.api.bundling.undoDismissal({ id });
  expect(await offered(lead, ids)).toEqual([ids]);
  expect(await lead.api.bundling.dismissals()).toEqual([]);
  await bundled(lead, all);
});

test("a dismissal is undone once, by its own organisation, and is seen by no other", async () => {
  const [lead, other] = [await curator(), await curator()];
  const ids = await pair();
  const { id } = await lead.api.bundling.dismiss({ needIds: ids });
  expect(await code(lead.api.bundling.dismiss({ needIds: ids }))).toBe("bundling.dismissedBefore");
  expect(await code(other.api.bundling.undoDismissal({ id }))).toBe("notFound");
  expect(await historyOf(lead, { kind: "suggestion", id, limit: 10 })).toHaveLength(1);
  expect(await code(historyOf(other, { kind: "suggestion", id, limit: 10 }))).not.toBe("done");
  await lead.api.bundling.undoDismissal({ id });
  expect(await code(lead.api.bundling.undoDismissal({ id }))).toBe("notFound");
  const verbs = await database()
    .select({ verb: events.verb })
    .from(events)
    .where(eq(events.subjectId, id))
    .orderBy(events.seq);
  expect(verbs.map(({ verb }) => verb)).toEqual(["suggestion.dismissed", "suggestion.restored"]);
  await bundled(lead, ids);
});

test("nobody dismisses what they may not see", async () => {
  const lead = await curator();
  const [open, hidden] = [await need("meals"), await need("meals", "organisation")];
  expect(await code(lead.api.bundling.dismiss({ needIds: [open.id, hidden.id] }))).toBe("notFound");
});

test("a bundle becomes a draft programme in which each buyer is asked, and is not offered again", async () => {
  const lead = await curator();
  const ids = await pair();
  const { id } = await lead.api.bundling.bundle({
    title: "Bruggen met sensoren",
    language: "nl",
    needIds: ids,
  });
  const programme = await lead.api.programmes.byId({ id });
  expect(programme.needs.map((one) => [one.id, one.consent.status]).sort()).toEqual(
    ids.map((one) => [one, "proposed"]),
  );
  expect([programme.status, programme.theme]).toEqual(["draft", theme]);
  expect(await offered(lead, ids)).toEqual([]);
});

test("when one need cannot be asked, no programme is made", async () => {
  const lead = await curator();
  const [open, hidden] = [await need("meals"), await need("meals", "organisation")];
  const before = await database().$count(programmes);
  const act = lead.api.bundling.bundle({
    title: "Samen eten",
    language: "nl",
    needIds: [open.id, hidden.id],
  });
  expect(await code(act)).toBe("notFound");
  expect(await database().$count(programmes)).toBe(before);
});

test("a programme is offered the needs like those it holds, save what was dismissed for it", async () => {
  const lead = await curator();
  const [held, fitting, meal] = [await need("bridges"), await need("viaducts"), await need("meals")];
  const { id } = await lead.api.bundling.bundle({
    title: "Bruggen met sensoren",
    language: "nl",
    needIds: [held.id],
  });
  const fits = async () => (await lead.api.bundling.fits({ programmeId: id })).map(({ need: one }) => one.id);
  expect(await fits()).toContain(fitting.id);
  expect(await fits()).not.toContain(meal.id);
  expect(await fits()).not.toContain(held.id);
  const dismissal = await lead.api.bundling.dismiss({ needIds: [fitting.id], programmeId: id });
  expect(await fits()).not.toContain(fitting.id);
  await lead.api.bundling.undoDismissal(dismissal);
  await lead.api.bundling.add({ programmeId: id, needIds: [fitting.id] });
  expect(await fits()).not.toContain(fitting.id);
  const stranger = await curator();
  expect(await code(stranger.api.bundling.fits({ programmeId: id }))).toBe("notFound");
});
