import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { events } from "@/db/schema/events";
import { programmeNeeds } from "@/db/schema/programmes";
import { someone as made, type someone } from "@/tests/factories/people";
import { listTasks } from "../notifications/queries/tasks";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { createCaller } from "../trpc/root";

const DAY = 86_400_000;
const theme = region().region.missionThemes[0]!.slug;
const at = (ctx: Awaited<ReturnType<typeof someone>>, days: number) =>
  createCaller({ ...ctx, now: new Date(Date.now() + days * DAY) });
const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const code = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error) => error.cause?.key ?? error.code,
  );

async function lead() {
  const ctx = await made("cluster-organisation", "curator");
  const api = createCaller(ctx);
  const { id } = await api.programmes.create({
    title: "Sensoren voor alle bruggen",
    description: "Samen vragen wij meer.",
    language: "nl",
    theme,
    ecosystems: [listEcosystems()[0]!.slug],
    elements: ["demand"],
  });
  await api.programmes.publish({ id, version: 1 });
  return { ctx, api, id };
}

async function buyer() {
  const ctx = await made("ministry", "buyer");
  const api = createCaller(ctx);
  const { id } = await api.needs.create({
    title: "Sensoren voor bruggen",
    language: "nl",
    certainty: "budgeted",
    windowStart: "2027-01-01",
    windowEnd: "2027-03-31",
    valueMinCents: 100,
    valueMaxCents: 300,
    theme,
    visibility: "public",
  });
  await api.needs.publish({ id, version: 1 });
  return { ctx, api, id };
}

async function asked(answerBy: string | null = null) {
  const [one, other] = [await lead(), await buyer()];
  const pair = { programmeId: one.id, needId: other.id };
  const { version } = await one.api.programmes.proposeNeed({ ...pair, answerBy });
  return { lead: one, buyer: other, pair, link: { ...pair, version } };
}
type Pair = { programmeId: string; needId: string };
const rowOf = async ({ programmeId, needId }: Pair) =>
  (
    await database()
      .select()
      .from(programmeNeeds)
      .where(and(eq(programmeNeeds.programmeId, programmeId), eq(programmeNeeds.needId, needId)))
  )[0]!;

test("a proposal can be answered for four weeks, or until the day the lead names, that day included", async () => {
  const [usual, named] = [await asked(), await asked(day(3))];
  expect((await rowOf(usual.pair)).answerBy).toBe(day(28));
  expect(await code(at(named.buyer.ctx, 3).programmes.consent(named.link))).toBe("done");
});

test("what was not answered in time is shown as expired, cannot be answered, and can be asked again", async () => {
  const { lead: one, buyer: other, pair, link } = await asked(day(3));
  const late = at(other.ctx, 4);
  expect((await late.programmes.ofNeed({ id: other.id }))[0]?.status).toBe("expired");
  expect((await at(one.ctx, 4).programmes.byId({ id: one.id })).needs[0]?.consent.status).toBe("expired");
  expect(await code(late.programmes.consent(link))).toBe("wrongState");
  expect(await code(late.programmes.refuse({ ...link, reason: "Past niet in de planning" }))).toBe(
    "wrongState",
  );
  const { version } = await at(one.ctx, 4).programmes.proposeNeed({ ...pair, answerBy: day(10) });
  expect(await code(late.programmes.consent({ ...pair, version }))).toBe("done");
});

test("nobody is asked to answer before today", async () => {
  const [one, other] = [await lead(), await buyer()];
  const act = one.api.programmes.proposeNeed({ programmeId: one.id, needId: other.id, answerBy: day(-1) });
  expect(await code(act)).toBe("programmes.answerByPast");
});

test("the buyer's duty has the last day as its deadline", async () => {
  const { buyer: other } = await asked(day(5));
  const duty = (await listTasks(other.ctx)).find(({ task }) => task === "answerBundling");
  expect(duty?.deadline?.toISOString().slice(0, 10)).toBe(day(5));
});

test("a lead reminds a buyer once a week at most, and the log keeps it", async () => {
  const { lead: one, buyer: other, pair, link } = await asked();
  expect(await code(one.api.programmes.remind(link))).toBe("programmes.remindedLately");
  expect(await code(at(other.ctx, 8).programmes.remind(link))).toBe("programmes.onlyLead");
  const { version } = await at(one.ctx, 8).programmes.remind(link);
  expect(await code(at(one.ctx, 14).programmes.remind({ ...pair, version }))).toBe(
    "programmes.remindedLately",
  );
  expect(await code(at(one.ctx, 16).programmes.remind({ ...pair, version }))).toBe("done");
  const verbs = await database()
    .select({ verb: events.verb })
    .from(events)
    .where(eq(events.subjectId, other.id));
  expect(verbs.filter(({ verb }) => verb === "need.reminded")).toHaveLength(2);
});

/** Two programmes to which the buyer of one need consents. */
async function consentedTwice() {
  const [first, second, other] = [await lead(), await lead(), await buyer()];
  const links: (Pair & { version: number })[] = [];
  for (const one of [first, second]) {
    const pair = { programmeId: one.id, needId: other.id };
    const { version } = await one.api.programmes.proposeNeed(pair);
    links.push({ ...pair, ...(await other.api.programmes.consent({ ...pair, version })) });
  }
  return { first, second, other, links: links as [Pair & { version: number }, Pair & { version: number }] };
}

test("a need that is in two programmes is fixed only where its buyer allows it", async () => {
  const { first, second, other, links } = await consentedTwice();
  expect(await code(first.api.programmes.fix(links[0]))).toBe("programmes.fixNotAllowed");
  expect(await code(first.api.programmes.allowFix(links[0]))).toBe("programmes.onlyBuyer");
  const allowed = { ...links[0], ...(await other.api.programmes.allowFix(links[0])) };
  expect(await code(first.api.programmes.fix(allowed))).toBe("done");
  expect(await code(second.api.programmes.fix(links[1]))).toBe("programmes.fixNotAllowed");
  const both = { ...links[1], ...(await other.api.programmes.allowFix(links[1])) };
  expect(await code(second.api.programmes.fix(both))).toBe("done");
});

test("the database refuses a second fix that the buyer did not allow", async () => {
  const { links } = await consentedTwice();
  const fix = ({ programmeId, needId }: Pair) =>
    database()
      .update(programmeNeeds)
      .set({ status: "fixed" })
      .where(and(eq(programmeNeeds.programmeId, programmeId), eq(programmeNeeds.needId, needId)));
  await fix(links[0]);
  await expect(fix(links[1])).rejects.toThrow();
});
