import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { needs } from "@/db/schema/needs";
import { needPublications, ocdsReleases } from "@/db/schema/ocds";
import { organisations } from "@/db/schema/organisations";
import { programmeNeeds } from "@/db/schema/programmes";
import { asVisitor, someone } from "@/tests/factories/people";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";
import { findRecord, listRecords, listReleases, newestReleases } from "./queries";
import { makeReleases } from "./reactions";
import { rowsOfOcds } from "./rows";

const db = database();
const draft = {
  title: "Sensors for bridges",
  language: "en" as const,
  certainty: "budgeted" as const,
  visibility: "public" as const,
  windowStart: "2027-04-01",
  windowEnd: "2027-06-30",
  valueMinCents: 100_00,
  valueMaxCents: 250_50,
  theme: region().region.missionThemes[0]!.slug,
};

async function buyer() {
  const ctx = await someone("ministry", "buyer");
  return { ...ctx, api: createCaller(ctx) };
}
async function published(given: object = {}) {
  const by = await buyer();
  const { id } = await by.api.needs.create({ ...draft, ...given });
  await by.api.needs.publish({ id, version: 1 });
  const ocid = `bundel-${id}`;
  return { ...by, id, ocid, change: (fields: object, version: number) => change(by, id, fields, version) };
}
const change = (by: Awaited<ReturnType<typeof buyer>>, id: string, fields: object, version: number) =>
  by.api.needs.change({ ...draft, ...fields, id, version });

async function programme() {
  const ctx = await someone("cluster-organisation", "curator");
  const api = createCaller(ctx);
  const plan = { title: "Safe city", description: "Together", language: "en" as const, theme: draft.theme };
  const ecosystems = [listEcosystems()[0]!.slug];
  const { id } = await api.programmes.create({ ...plan, ecosystems, elements: ["demand"] });
  await api.programmes.publish({ id, version: 1 });
  return { api, id };
}

const recordOf = (ocid: string) => findRecord(asVisitor(), ocid);
const releasesOf = async (ocid: string) => (await recordOf(ocid))?.releases ?? [];
const publicationsOf = (id: string) =>
  db
    .select()
    .from(needPublications)
    .where(eq(needPublications.needId, id))
    .orderBy(asc(needPublications.number));
const everything = async () => (await listReleases(asVisitor(), { limit: 10_000, offset: 0 })).releases;

test("a public need has one release when it is published, and one for each later change", async () => {
  const need = await published();
  await need.change({ title: "Sensors for all bridges" }, 2);
  await need.api.needs.move({
    id: need.id,
    version: 3,
    windowStart: "2027-07-01",
    windowEnd: "2027-09-30",
    reason: "The budget came later",
  });
  const releases = await releasesOf(need.ocid);
  expect(releases.map(({ id, tag, tender }) => [id, tag[0], tender.title])).toEqual([
    [`${need.ocid}-1`, "planning", draft.title],
    [`${need.ocid}-2`, "planningUpdate", "Sensors for all bridges"],
    [`${need.ocid}-3`, "planningUpdate", "Sensors for all bridges"],
  ]);
  expect((await recordOf(need.ocid))?.compiledRelease).toMatchObject({
    tag: ["compiled"],
    id: `${need.ocid}-${releases[2]!.date}`,
    tender: { tenderPeriod: { startDate: "2027-07-01T00:00:00Z" } },
  });
  expect([...releases].sort((a, b) => (a.date < b.date ? -1 : 1))).toEqual(releases);
});

test("what a visitor may not read is not published: drafts, other visibilities, the contact", async () => {
  const by = await buyer();
  const { id } = await by.api.needs.create(draft);
  const inside = await published({ visibility: "signed-in" });
  for (const need of [id, inside.id]) expect(await publicationsOf(need)).toEqual([]);
  const open = await published({ contact: "tenders@example.org" });
  await open.change({ contact: "someone@example.org" }, 2);
  expect(await publicationsOf(open.id)).toHaveLength(1);
  expect(JSON.stringify(await recordOf(open.ocid))).not.toContain("example.org");
});

test("a need that is public no more ends with a release that says only so, and nothing else of it is served", async () => {
  const need = await published({ title: "Secret bridges" });
  await need.change({ title: "Secret bridges", visibility: "organisation" }, 2);
  const releases = await releasesOf(need.ocid);
  expect(releases.map(({ id, planning }) => [id, planning.finalStatus])).toEqual([
    [`${need.ocid}-2`, "cancelled"],
  ]);
  const served = (await everything()).filter(({ ocid }) => ocid === need.ocid);
  expect(served).toEqual(releases);
  const records = (await listRecords(asVisitor(), { limit: 10_000, offset: 0 })).records;
  expect(records.some(({ ocid }) => ocid === need.ocid)).toBe(false);
  expect(JSON.stringify(await recordOf(need.ocid))).not.toContain("Secret");
  expect(await newestReleases(asVisitor(), [need.id])).toEqual([]);
});

test("a need that is public again goes on under its ocid, with its history", async () => {
  const need = await published();
  await need.change({ visibility: "organisation" }, 2);
  await need.change({}, 3);
  expect((await releasesOf(need.ocid)).map(({ planning }) => planning.finalStatus ?? null)).toEqual([
    null,
    "cancelled",
    null,
  ]);
});

test("a withdrawn need keeps its history, ends with the reason, and is no need to who reads the file", async () => {
  const need = await published();
  await need.api.needs.withdraw({ id: need.id, version: 2, reason: "No budget after all" });
  const releases = await releasesOf(need.ocid);
  expect(releases).toHaveLength(2);
  expect(releases[1]!.planning.finalStatusDetails).toBe("No budget after all");
  expect([...rowsOfOcds(JSON.stringify(releases))].filter((row) => row !== null)).toEqual([]);
});

test("a need that is deleted ends too, and its ocid is never used again", async () => {
  const need = await published();
  await db.delete(needs).where(eq(needs.id, need.id));
  expect((await publicationsOf(need.id)).map(({ facts }) => facts === null)).toEqual([false, true]);
});

test("the programme is the project of the budget while the buyer agrees, and no longer", async () => {
  const [need, plan] = [await published(), await programme()];
  const link = { programmeId: plan.id, needId: need.id };
  const projects = async () =>
    (await releasesOf(need.ocid)).map(({ planning }) => planning.budget.projectID ?? null);
  await plan.api.programmes.proposeNeed(link);
  expect(await projects()).toEqual([null]);
  const { version } = await need.api.programmes.consent({ ...link, version: 1 });
  expect(await projects()).toEqual([null, plan.id]);
  await need.api.programmes.withdrawConsent({ ...link, version, reason: "It does not fit us" });
  expect(await projects()).toEqual([null, plan.id, null]);
});

test("a need and its programme that change at the same moment are published with both changes", async () => {
  const [need, plan] = [await published(), await programme()];
  const link = { programmeId: plan.id, needId: need.id, proposedBy: need.actor.personId };
  await Promise.all([
    db.transaction(async (tx) => {
      await tx.update(needs).set({ title: "Renamed" }).where(eq(needs.id, need.id));
      await tx.execute(sql`select pg_sleep(0.2)`);
    }),
    db.transaction(async (tx) => {
      await tx.insert(programmeNeeds).values({ ...link, status: "consented" });
      await tx.execute(sql`select pg_sleep(0.2)`);
    }),
  ]);
  expect((await publicationsOf(need.id)).at(-1)!.facts).toMatchObject({
    title: "Renamed",
    programmes: [{ id: plan.id }],
  });
});

test("a buyer's new name is published with each of its needs", async () => {
  const need = await published();
  await db
    .update(organisations)
    .set({ name: "Ministry of Bridges" })
    .where(eq(organisations.id, need.organisation.id));
  expect((await publicationsOf(need.id)).at(-1)!.facts).toMatchObject({
    buyer: { name: "Ministry of Bridges" },
  });
});

test("what was not committed was not published", async () => {
  const need = await published();
  const act = db.transaction(async (tx) => {
    await tx.update(needs).set({ title: "Never" }).where(eq(needs.id, need.id));
    throw new Error("stop");
  });
  await expect(act).rejects.toThrow("stop");
  expect(await publicationsOf(need.id)).toHaveLength(1);
});

test("however many make releases at once, each publication has one", async () => {
  const need = await published();
  await need.change({ title: "Another title" }, 2);
  const ctx = asVisitor();
  // Each with a database of its own to remember by, as in several processes.
  await Promise.all(Array.from({ length: 5 }, () => makeReleases({ ...ctx, db: Object.create(ctx.db) })));
  const made = await db.select().from(ocdsReleases).where(eq(ocdsReleases.needId, need.id));
  expect(made.map(({ number }) => number).sort()).toEqual([1, 2]);
});

test("publications and releases are not updated, deleted or truncated by anyone", async () => {
  await published();
  await everything();
  for (const table of ["need_publications", "ocds_releases"])
    for (const change of [
      `update ${table} set number = number`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `reset role; delete from ${table}`,
    ])
      await expect(db.transaction((tx) => tx.execute(sql.raw(change)))).rejects.toThrow();
  await expect(
    db.insert(needPublications).values({ needId: crypto.randomUUID(), number: 1, at: new Date() }),
  ).rejects.toThrow();
});
