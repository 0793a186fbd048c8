import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { needSlips, needs } from "@/db/schema/needs";
import { bridge, code, programme, reason, who } from "@/tests/factories/programmes";
import { listTasks } from "../notifications/queries/tasks";

const LATER = { windowStart: "2027-07-01", windowEnd: "2027-09-30" };

/** A need that may start up to two quarters later, in a programme whose lead was told so. */
async function asked() {
  const lead = await programme();
  const buyer = await who("ministry", "buyer");
  const { id } = await buyer.api.needs.create({ ...bridge, slackLater: 2, visibility: "public" });
  await buyer.api.needs.publish({ id, version: 1 });
  const link = { programmeId: lead.id, needId: id };
  await lead.api.programmes.proposeNeed(link);
  const ask = (to = LATER, version = 1) =>
    lead.api.programmes.askWindows({
      programmeId: lead.id,
      reason,
      windows: [{ needId: id, version, ...to }],
    });
  return { lead, buyer, link, ask };
}
const needOf = async (id: string) => (await database().select().from(needs).where(eq(needs.id, id)))[0]!;

test("a window within the slack is asked for, and moves once its buyer agrees, with the lead's reason", async () => {
  const { buyer, link, ask } = await asked();
  await ask();
  expect(await needOf(link.needId)).toMatchObject({ windowStart: bridge.windowStart });
  expect((await listTasks(buyer)).map(({ task }) => task)).toContain("answerWindow");
  expect((await buyer.api.programmes.ofNeed({ id: link.needId }))[0]?.asked).toEqual({ ...LATER, reason });
  await buyer.api.programmes.acceptWindow({ ...link, version: 2 });
  expect(await needOf(link.needId)).toMatchObject(LATER);
  const slips = await database().select().from(needSlips).where(eq(needSlips.needId, link.needId));
  expect(slips).toMatchObject([{ fromStart: bridge.windowStart, toStart: LATER.windowStart, reason }]);
  expect((await listTasks(buyer)).map(({ task }) => task)).not.toContain("answerWindow");
});

test("a window that is declined stays, and its consent is not touched", async () => {
  const { buyer, link, ask } = await asked();
  await ask();
  await buyer.api.programmes.declineWindow({ ...link, version: 2 });
  expect(await needOf(link.needId)).toMatchObject({ windowStart: bridge.windowStart });
  expect((await buyer.api.programmes.ofNeed({ id: link.needId }))[0]).toMatchObject({
    asked: null,
    status: "proposed",
  });
});

test("the log of a need says that another window was asked, and not that it moved", async () => {
  const { buyer, link, ask } = await asked();
  await ask();
  const subject = { kind: "need" as const, id: link.needId };
  const [{ verb, changes } = {}] = await buyer.api.collaboration.history(subject);
  expect(verb).toBe("need.windowAsked");
  expect(changes).toMatchObject({ askedStart: { to: LATER.windowStart }, askedEnd: { to: LATER.windowEnd } });
  expect(changes).not.toHaveProperty("windowStart");
});

test("what lies beyond the slack, is no whole shift or was seen before it moved is not asked", async () => {
  const { lead, buyer, link, ask } = await asked();
  expect(await code(ask({ windowStart: "2027-10-01", windowEnd: "2027-12-31" }))).toBe(
    "programmes.beyondSlack",
  );
  expect(await code(ask({ windowStart: "2026-10-01", windowEnd: "2026-12-31" }))).toBe(
    "programmes.beyondSlack",
  );
  expect(await code(ask({ ...LATER, windowStart: "2027-04-01" }))).toBe("programmes.beyondSlack");
  const moved = { windowStart: "2029-01-01", windowEnd: "2029-03-31" };
  await buyer.api.needs.move({ id: link.needId, version: 2, ...moved, reason });
  expect(await code(ask())).toBe("programmes.beyondSlack");
  expect((await lead.api.programmes.byId({ id: lead.id })).needs[0]?.consent.asked).toBeNull();
});

test("only the lead asks for a window and only the buyer answers, once", async () => {
  const { lead, buyer, link, ask } = await asked();
  const other = await who("ministry", "buyer");
  const windows = [{ needId: link.needId, version: 1, ...LATER }];
  expect(await code(buyer.api.programmes.askWindows({ programmeId: lead.id, reason, windows }))).toBe(
    "programmes.onlyLead",
  );
  const answer = { ...link, version: 2 };
  expect(await code(buyer.api.programmes.acceptWindow({ ...link, version: 1 }))).toBe(
    "programmes.noWindowAsked",
  );
  await ask();
  expect(await code(ask())).toBe("conflict");
  expect(await code(lead.api.programmes.acceptWindow(answer))).toBe("programmes.onlyBuyer");
  expect(await code(other.api.programmes.acceptWindow(answer))).toBe("programmes.onlyBuyer");
  const twice = await Promise.all([
    code(buyer.api.programmes.acceptWindow(answer)),
    code(buyer.api.programmes.acceptWindow(answer)),
  ]);
  expect(twice.filter((one) => one === "done")).toHaveLength(1);
});

test("several windows are asked for all or nothing", async () => {
  const { lead, link } = await asked();
  const rigid = await who("ministry", "buyer");
  const { id } = await rigid.api.needs.create({ ...bridge, visibility: "public" });
  await rigid.api.needs.publish({ id, version: 1 });
  await lead.api.programmes.proposeNeed({ programmeId: lead.id, needId: id });
  const windows = [
    { needId: link.needId, version: 1, ...LATER },
    { needId: id, version: 1, ...LATER },
  ];
  expect(await code(lead.api.programmes.askWindows({ programmeId: lead.id, reason, windows }))).toBe(
    "programmes.beyondSlack",
  );
  const { needs: held } = await lead.api.programmes.byId({ id: lead.id });
  expect(held.map(({ consent }) => consent.asked)).toEqual([null, null]);
});
