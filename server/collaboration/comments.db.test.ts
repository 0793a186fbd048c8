import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { challenges } from "@/db/schema/challenges";
import { comments, commentVersions } from "@/db/schema/collaboration";
import { events } from "@/db/schema/events";
import { needs } from "@/db/schema/needs";
import { responses } from "@/db/schema/responses";
import { as, asVisitor, person, someone } from "@/tests/factories/people";
import { eraseAccount } from "../accounts/commands";
import type { Person } from "../core/actor";
import type { Context } from "../core/context";
import { listNews } from "../notifications/queries/news";
import { editComment, postComment, removeComment, reply, resolveThread } from "./commands/comments";
import { follow } from "./commands/follow";
import type { Commented } from "./input";
import { earlierTexts, listComments } from "./queries/comments";
import { historyOf, listActivity } from "./queries/history";
import { listMentionable } from "./queries/mentionable";

type Someone = Awaited<ReturnType<typeof someone>>;
let [buyer, company, curator] = [] as unknown as [Someone, Someone, Someone];
let open: Commented;
let draft: Commented;

beforeEach(async () => {
  [buyer, company, curator] = await Promise.all([
    someone("ministry", "buyer"),
    someone("company", "entrepreneur"),
    someone("cluster-organisation", "curator"),
  ]);
  open = await need({ status: "published", publishedAt: new Date(), visibility: "public" });
  draft = await need({ status: "draft" });
});

async function need(given: Partial<typeof needs.$inferInsert>): Promise<Commented> {
  const [row] = await database()
    .insert(needs)
    .values({
      title: "Quiet tugboats",
      language: "en",
      buyerId: buyer.organisation.id,
      windowStart: "2027-01-01",
      windowEnd: "2027-03-31",
      valueMinCents: 1,
      valueMaxCents: 2,
      theme: "x",
      visibility: "organisation",
      createdBy: buyer.actor.personId,
      ...given,
    })
    .returning();
  return { kind: "need", id: row!.id };
}

const colleagueOf = async ({ organisation }: Someone) => {
  const actor = await person(organisation, ["buyer"], { name: `Colleague ${v7()}` });
  return { ...as(actor), actor };
};
const say = (who: Context & { actor: Person }, given: Partial<Parameters<typeof postComment>[1]> = {}) =>
  postComment(who, {
    on: open,
    audience: "all",
    text: "Is tugging at night included?",
    mentions: [],
    ...given,
  });
const textsFor = async (ctx: Context, on = open) =>
  (await listComments(ctx, on))?.threads.flatMap((thread) =>
    [thread, ...thread.replies].map(({ text }) => text),
  );

describe("who reads what", () => {
  test("a comment for all is read by everyone who is signed in and sees the object, and by no visitor", async () => {
    await say(company);
    expect(await textsFor(curator)).toHaveLength(1);
    expect(await listComments(asVisitor(), open)).toBeNull();
    await expect(listComments(company, draft)).rejects.toMatchObject({ code: "not-found" });
    await expect(say(company, { on: draft })).rejects.toMatchObject({ code: "not-found" });
  });

  test("a comment for the own organisation is read by its members only, with its answers", async () => {
    const colleague = await colleagueOf(buyer);
    const { id } = await say(buyer, { audience: "organisation", text: "Between us" });
    await reply(colleague, { threadId: id, text: "Yes", mentions: [] });
    expect(await textsFor(colleague)).toEqual(["Between us", "Yes"]);
    expect(await textsFor(company)).toEqual([]);
    await expect(reply(company, { threadId: id, text: "I too", mentions: [] })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("what was said of a draft does not go out with its publication", async () => {
    const { id } = await say(buyer, { on: draft, text: "The price is a guess" });
    await database()
      .update(needs)
      .set({ status: "published", publishedAt: new Date(), visibility: "public" })
      .where(eq(needs.id, draft.id));
    expect(await textsFor(company, draft)).toEqual([]);
    await reply(buyer, { threadId: id, text: "Still is", mentions: [] });
    expect(await textsFor(company, draft)).toEqual([]);
    expect(await textsFor(await colleagueOf(buyer), draft)).toEqual(["The price is a guess", "Still is"]);
  });

  test("of a response each side speaks among itself", async () => {
    const [challenge] = await database()
      .insert(challenges)
      .values({
        title: "Silent propulsion",
        language: "en",
        clientId: buyer.organisation.id,
        status: "open",
        openedAt: new Date(),
        deadline: new Date(Date.now() + 3_600_000),
        proposedBy: buyer.actor.personId,
      })
      .returning();
    const id = v7();
    await database().transaction(async (tx) => {
      const { tellOrganisation } = await import("./queries/sight");
      await tellOrganisation(tx, company.actor);
      await tx.insert(responses).values({
        id,
        challengeId: challenge!.id,
        organisationId: company.organisation.id,
        createdBy: company.actor.personId,
        title: "Ours",
        language: "en",
      });
    });
    const on = { kind: "response" as const, id };
    await expect(say(company, { on })).rejects.toMatchObject({ key: "collaboration.onlyOwnOrganisation" });
    await say(company, { on, audience: "organisation" });
    expect(await textsFor(company, on)).toHaveLength(1);
    await expect(listComments(buyer, on)).rejects.toMatchObject({ code: "not-found" });
  });

  test("the log says that something was said and never what, and only to who may read it", async () => {
    const { id } = await say(buyer, { audience: "organisation", text: "A secret remark" });
    const kept = await database().select().from(events).where(eq(events.subjectId, id));
    expect(kept.map(({ verb }) => verb)).toEqual(["comment.posted"]);
    expect(JSON.stringify(kept)).not.toContain("secret");
    const feed = async (ctx: Context) =>
      (await listActivity(ctx, { limit: 50 })).filter(
        ({ verb, subjectId }) => verb === "comment.posted" && subjectId === open.id,
      );
    expect(await feed(buyer)).toMatchObject([{ kind: "need", subjectId: open.id, title: "Quiet tugboats" }]);
    expect(await feed(company)).toEqual([]);
    expect(await feed(asVisitor())).toEqual([]);
    const past = await historyOf(asVisitor(), { ...open, limit: 50 });
    expect(past.map(({ verb }) => verb)).not.toContain("comment.posted");
  });
});

describe("calling upon someone", () => {
  test("who is called upon finds it in the inbox without following; who follows finds every comment", async () => {
    await say(company, { mentions: [curator.actor.personId] });
    expect(await listNews(curator, { limit: 30 })).toMatchObject([
      { verb: "comment.posted", kind: "need", subjectId: open.id },
    ]);
    await follow(buyer, open);
    await say(company, { text: "And by day?" });
    expect(await listNews(buyer, { limit: 30 })).toHaveLength(1);
    expect(await listNews(curator, { limit: 30 })).toHaveLength(1);
  });

  test("nobody can be called upon to read what they may not", async () => {
    const mentions = [company.actor.personId];
    const colleague = await colleagueOf(buyer);
    for (const given of [{ on: draft }, { audience: "organisation" as const }])
      await expect(say(buyer, { ...given, mentions })).rejects.toMatchObject({
        key: "collaboration.cannotRead",
      });
    await expect(say(buyer, { mentions: [v7()] })).rejects.toMatchObject({ key: "collaboration.cannotRead" });
    await say(buyer, { on: draft, mentions: [colleague.actor.personId] });
    expect(await textsFor(buyer, draft)).toHaveLength(1);
  });

  test("the picker finds by name who may see the object, without addresses, and never oneself", async () => {
    const colleague = await colleagueOf(buyer);
    const find = (ctx: Context, on: Commented, audience: "all" | "organisation" = "all") =>
      listMentionable(ctx, { on, audience, text: "Colleague 0" }).then((all) => all.map(({ id }) => id));
    expect(await find(buyer, draft)).toContain(colleague.actor.personId);
    expect(await find(buyer, open, "organisation")).toEqual([colleague.actor.personId]);
    expect(await find(company, draft)).toEqual([]);
    expect(await find(asVisitor(), open)).toEqual([]);
    const other = await colleagueOf(company);
    expect(await find(buyer, draft)).not.toContain(other.actor.personId);
    expect(await find(colleague, open)).not.toContain(colleague.actor.personId);
    expect(
      JSON.stringify(await listMentionable(buyer, { on: open, audience: "all", text: "Co" })),
    ).not.toContain("@");
    expect(await listMentionable(buyer, { on: open, audience: "all", text: "%%" })).toEqual([]);
  });
});

describe("afterwards", () => {
  test("an edited text is kept, and read by who may read the comment; someone else's cannot be edited", async () => {
    const { id } = await say(company);
    await editComment(company, { id, version: 1, text: "Is it by day only?" });
    await expect(editComment(company, { id, version: 1, text: "Older" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(editComment(buyer, { id, version: 2, text: "Mine" })).rejects.toMatchObject({
      key: "collaboration.onlyAuthor",
    });
    expect(await earlierTexts(curator, { id })).toMatchObject([{ text: "Is tugging at night included?" }]);
    await expect(earlierTexts(asVisitor(), { id })).rejects.toMatchObject({ code: "not-found" });
  });

  test("a removed comment leaves its place and nothing of its text", async () => {
    const { id } = await say(company, { text: "A slip of the pen" });
    await editComment(company, { id, version: 1, text: "A slip" });
    await reply(buyer, { threadId: id, text: "Pardon?", mentions: [] });
    await expect(removeComment(buyer, { id })).rejects.toMatchObject({ key: "collaboration.onlyAuthor" });
    await removeComment(company, { id });
    expect(await textsFor(buyer)).toEqual([null, "Pardon?"]);
    expect(await database().$count(commentVersions, eq(commentVersions.commentId, id))).toBe(0);
    await expect(editComment(company, { id, version: 2, text: "Back" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a thread is settled and reopened by who took part or keeps the object, by nobody else", async () => {
    const { id } = await say(company);
    await expect(resolveThread(curator, { id, isResolved: true })).rejects.toMatchObject({
      key: "collaboration.onlyPartakers",
    });
    await resolveThread(buyer, { id, isResolved: true });
    expect((await listComments(company, open))?.threads[0]?.resolvedAt).toBeInstanceOf(Date);
    await resolveThread(company, { id, isResolved: false });
    expect((await listComments(company, open))?.threads[0]?.resolvedAt).toBeNull();
  });

  test("an erased account leaves no words", async () => {
    const { id } = await say(company, { text: "Call me on my own number" });
    await editComment(company, { id, version: 1, text: "Call me" });
    const email = `${v7()}@example.org`;
    const { persons } = await import("@/db/schema/accounts");
    await database().update(persons).set({ email }).where(eq(persons.id, company.actor.personId));
    await eraseAccount(company, { confirmation: email });
    const [row] = await database().select().from(comments).where(eq(comments.id, id));
    expect(row?.text).toBe("");
    expect(await listComments(buyer, open)).toMatchObject({ threads: [{ text: null, authorName: null }] });
  });
});
