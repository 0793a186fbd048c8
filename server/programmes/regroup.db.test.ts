import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { asVisitor } from "@/tests/factories/people";
import { code, need, plan, programme, reason, statusOf, who } from "@/tests/factories/programmes";
import { createCaller } from "../trpc/root";
import { linkOf } from "./commands/ask";

const stateOf = async (id: string) =>
  (await database().select().from(programmes).where(eq(programmes.id, id)))[0]!.status;

/** A programme with needs of two buyers: the first agreed, the second was asked. */
async function two() {
  const lead = await programme();
  const [agreed, open] = [await need(), await need()];
  for (const one of [agreed, open])
    await lead.api.programmes.proposeNeed({ programmeId: lead.id, needId: one.id });
  await agreed.api.programmes.consent({ programmeId: lead.id, needId: agreed.id, version: 1 });
  return { lead, agreed, open };
}

test("a split asks the buyers anew in a new programme, and undoing it restores what they had answered", async () => {
  const { lead, agreed, open } = await two();
  const at = { programmeId: lead.id };
  const made = await lead.api.programmes.split({
    id: lead.id,
    version: lead.version,
    title: "Alleen de bruggen over water",
    reason,
    needIds: [agreed.id],
  });
  expect(await statusOf({ ...at, needId: agreed.id })).toBe("moved");
  expect(await statusOf({ programmeId: made.id, needId: agreed.id })).toBe("proposed");
  expect(await statusOf({ ...at, needId: open.id })).toBe("proposed");
  const [split] = (await lead.api.programmes.regroupings({ id: lead.id })).made;
  expect(split).toMatchObject({ kind: "split", to: "other", mayUndo: true, other: { id: made.id } });
  await lead.api.programmes.undoRegrouping({ id: split!.id });
  expect(await statusOf({ ...at, needId: agreed.id })).toBe("consented");
  expect(await statusOf({ programmeId: made.id, needId: agreed.id })).toBe("moved");
  expect(await stateOf(made.id)).toBe("closed");
  expect(await code(lead.api.programmes.undoRegrouping({ id: split!.id }))).toBe("programmes.undoneBefore");
});

test("a split-off programme that closes was never published and stays unseen", async () => {
  const { lead, agreed } = await two();
  const step = {
    id: lead.id,
    version: lead.version,
    title: "Alleen de bruggen",
    reason,
    needIds: [agreed.id],
  };
  const made = await lead.api.programmes.split(step);
  const [split] = (await lead.api.programmes.regroupings({ id: lead.id })).made;
  await lead.api.programmes.undoRegrouping({ id: split!.id });
  const visitor = createCaller(asVisitor());
  expect(await code(visitor.programmes.byId({ id: made.id }))).toBe("notFound");
  expect((await visitor.programmes.regroupings({ id: lead.id })).made).toEqual([]);
});

/** A further programme of the same lead. */
async function another(lead: Awaited<ReturnType<typeof programme>>) {
  const { id } = await lead.api.programmes.create({ ...plan, title: "Een tweede programma" });
  const { version } = await lead.api.programmes.publish({ id, version: 1 });
  return { id, version };
}

test("a merge asks the buyers anew, takes pledges along and closes; undoing it opens it again as it was", async () => {
  const { lead, agreed, open } = await two();
  const into = await another(lead);
  const company = await who("company", "entrepreneur");
  const pledge = { title: "Tien monteurs", language: "nl" as const, kind: "capacity" as const };
  const years = { yearFrom: 2027, yearTo: 2028 };
  await company.api.programmes.pledge({ ...pledge, ...years, programmeId: lead.id });
  await lead.api.programmes.merge({ id: lead.id, version: lead.version, intoId: into.id, reason });
  expect(await stateOf(lead.id)).toBe("closed");
  expect(await statusOf({ programmeId: into.id, needId: agreed.id })).toBe("proposed");
  expect(await statusOf({ programmeId: into.id, needId: open.id })).toBe("proposed");
  expect((await lead.api.programmes.byId({ id: into.id })).pledges).toHaveLength(1);
  const [merge] = (await lead.api.programmes.regroupings({ id: into.id })).made;
  await lead.api.programmes.undoRegrouping({ id: merge!.id });
  expect(await stateOf(lead.id)).toBe("published");
  expect(await statusOf({ programmeId: lead.id, needId: agreed.id })).toBe("consented");
  expect((await lead.api.programmes.byId({ id: lead.id })).pledges).toHaveLength(1);
  expect((await lead.api.programmes.byId({ id: into.id })).pledges).toHaveLength(0);
});

test("who said no after a merge is asked again when it is undone", async () => {
  const { lead, agreed } = await two();
  const into = await another(lead);
  await lead.api.programmes.merge({ id: lead.id, version: lead.version, intoId: into.id, reason });
  await agreed.api.programmes.refuse({ programmeId: into.id, needId: agreed.id, version: 1, reason });
  const [merge] = (await lead.api.programmes.regroupings({ id: into.id })).made;
  await lead.api.programmes.undoRegrouping({ id: merge!.id });
  expect(await statusOf({ programmeId: lead.id, needId: agreed.id })).toBe("proposed");
});

test("what is asked again when a regrouping is undone is a new question, of which nobody was reminded yet", async () => {
  const { lead, open } = await two();
  const link = { programmeId: lead.id, needId: open.id };
  const longAgo = new Date(Date.now() - 20 * 86_400_000);
  await database()
    .update(programmeNeeds)
    .set({ proposedAt: longAgo, remindedAt: longAgo })
    .where(linkOf(link));
  const into = await another(lead);
  await lead.api.programmes.merge({ id: lead.id, version: lead.version, intoId: into.id, reason });
  const [merge] = (await lead.api.programmes.regroupings({ id: into.id })).made;
  await lead.api.programmes.undoRegrouping({ id: merge!.id });
  const [asked] = await database().select().from(programmeNeeds).where(linkOf(link));
  expect(asked).toMatchObject({ status: "proposed", remindedAt: null });
  expect(await code(lead.api.programmes.remind({ ...link, version: asked!.version }))).toBe(
    "programmes.remindedLately",
  );
});

test("a need that the other programme asked for before stays there as its buyer answered", async () => {
  const { lead, agreed } = await two();
  const into = await another(lead);
  const link = { programmeId: into.id, needId: agreed.id };
  await lead.api.programmes.proposeNeed(link);
  await agreed.api.programmes.refuse({ ...link, version: 1, reason });
  await lead.api.programmes.merge({ id: lead.id, version: lead.version, intoId: into.id, reason });
  expect(await statusOf(link)).toBe("refused");
});

test("a need that comes back to the programme it went from is asked there anew, and goes when the merge is undone", async () => {
  const { lead, agreed } = await two();
  const link = { programmeId: lead.id, needId: agreed.id };
  const split = { id: lead.id, version: lead.version, title: "Alleen de bruggen", reason };
  const made = await lead.api.programmes.split({ ...split, needIds: [agreed.id] });
  await lead.api.programmes.merge({ id: made.id, version: made.version, intoId: lead.id, reason });
  expect(await statusOf(link)).toBe("proposed");
  await agreed.api.programmes.consent({ ...link, version: 4 });
  const regroupings = (await lead.api.programmes.regroupings({ id: lead.id })).made;
  await lead.api.programmes.undoRegrouping({ id: regroupings.find(({ kind }) => kind === "merge")!.id });
  expect(await statusOf(link)).toBe("moved");
  expect(await statusOf({ ...link, programmeId: made.id })).toBe("proposed");
});

test("fixed needs stay: a split or merge that would take one is refused whole", async () => {
  const { lead, agreed, open } = await two();
  const into = await another(lead);
  await lead.api.programmes.fix({ programmeId: lead.id, needId: agreed.id, version: 2 });
  const step = { id: lead.id, version: lead.version, reason };
  const split = lead.api.programmes.split({ ...step, title: "Alles apart", needIds: [agreed.id, open.id] });
  expect(await code(split)).toBe("programmes.fixedStays");
  expect(await code(lead.api.programmes.merge({ ...step, intoId: into.id }))).toBe("programmes.fixedStays");
  expect(await statusOf({ programmeId: lead.id, needId: open.id })).toBe("proposed");
});

test("only the lead of both programmes regroups them, on the version it saw, and not with itself", async () => {
  const { lead, agreed } = await two();
  const other = await programme();
  const step = { id: lead.id, version: lead.version, reason };
  expect(await code(lead.api.programmes.merge({ ...step, intoId: other.id }))).toBe("programmes.onlyLead");
  expect(await code(other.api.programmes.merge({ ...step, intoId: other.id }))).toBe("programmes.onlyLead");
  expect(await code(lead.api.programmes.merge({ ...step, intoId: lead.id }))).toBe(
    "programmes.mergesWithItself",
  );
  const split = { ...step, title: "Alleen de bruggen", needIds: [agreed.id] };
  expect(await code(agreed.api.programmes.split(split))).toBe("programmes.onlyLead");
  expect(await code(lead.api.programmes.split({ ...split, version: 9 }))).toBe("conflict");
  const foreign = await need();
  expect(await code(lead.api.programmes.split({ ...split, needIds: [foreign.id] }))).toBe(
    "programmes.cannotGoAlong",
  );
});

test("of two merges at once one is made", async () => {
  const { lead } = await two();
  const [one, other] = [await another(lead), await another(lead)];
  const merge = (intoId: string) =>
    code(lead.api.programmes.merge({ id: lead.id, version: lead.version, intoId, reason }));
  const answers = await Promise.all([merge(one.id), merge(other.id)]);
  expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
});
