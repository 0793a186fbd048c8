import { and, eq, sql } from "drizzle-orm";
import { commentMentions, comments, commentVersions } from "@/db/schema/collaboration";
import { actorsOf } from "../../auth/actor";
import { type Actor, actingFor, type Person } from "../../core/actor";
import { authorize, refuseStale } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { recordEvent } from "../../core/events";
import { type EditComment, type PostComment, type Reply, type Resolve, topicOf } from "../input";
import { commentPolicy } from "../policy";
import { audiencesOn } from "../queries/comments";
import { commentsVisibleTo, isOut, keeps, mayBeSeen, tellOrganisation } from "../queries/sight";

type PersonContext = Context & { actor: Person };
type Row = typeof comments.$inferSelect;

/**
 * Begins a thread about an object. The log says that something was said, never what.
 * @throws DomainError "not-found" for an object that may not be seen; "rule" for an audience that the object does not have,
 * and for someone called upon who may not read it
 */
export async function postComment(ctx: PersonContext, { on, audience, text, mentions }: PostComment) {
  return ctx.db.transaction(async (tx) => {
    await tellOrganisation(tx, ctx.actor);
    const id = sql`${on.id}::uuid`;
    const [sight] = await tx.execute<{ seen: boolean; out: boolean }>(
      sql`select ${mayBeSeen(ctx.actor, on.kind, id)} as seen, ${isOut(on.kind, id)} as out`,
    );
    if (!sight?.seen) found(null);
    const own = actingFor(ctx.actor);
    if (!audiencesOn(on.kind, own !== null).includes(audience))
      throw brokenRule(own ? "collaboration.onlyOwnOrganisation" : "collaboration.noOrganisation");
    const place = { subjectKind: on.kind, subjectId: on.id, audience, isFromBefore: sight?.out === false };
    return say(tx, ctx, { ...place, threadId: null, organisationId: own?.id ?? null, text }, mentions);
  });
}

/** Answers in a thread; who may read the answer is who may read the thread. */
export async function reply(ctx: PersonContext, { threadId, text, mentions }: Reply) {
  return ctx.db.transaction(async (tx) => {
    const head = await lock(tx, ctx, threadId);
    if (head.threadId !== null) found(null);
    const { subjectKind, subjectId, audience, isFromBefore } = head;
    const organisationId =
      audience === "organisation" ? head.organisationId : (actingFor(ctx.actor)?.id ?? null);
    const place = { subjectKind, subjectId, audience, isFromBefore, threadId, organisationId };
    return say(tx, ctx, { ...place, text }, mentions);
  });
}

/** Changes the own text; what it said before is kept, and can be read by who may read the comment. */
export async function editComment(ctx: PersonContext, { id, version, text }: EditComment) {
  return ctx.db.transaction(async (tx) => {
    const before = await lock(tx, ctx, id);
    if (before.deletedAt !== null) found(null);
    authorize(ctx.actor, commentPolicy, "edit", await policyRow(tx, ctx.actor, before));
    refuseStale(before, version);
    if (text === before.text) return { id };
    await tx.insert(commentVersions).values({
      commentId: id,
      version: before.version,
      text: before.text,
      writtenAt: before.editedAt ?? before.createdAt,
    });
    await tx
      .update(comments)
      .set({ text, version: before.version + 1, editedAt: ctx.now })
      .where(eq(comments.id, id));
    await told(tx, ctx, before, "comment.edited");
    return { id };
  });
}

/** Removes the own text for good, with what it said before. That something stood there stays to be seen. */
export async function removeComment(ctx: PersonContext, { id }: { id: string }) {
  return ctx.db.transaction(async (tx) => {
    const before = await lock(tx, ctx, id);
    authorize(ctx.actor, commentPolicy, "remove", await policyRow(tx, ctx.actor, before));
    if (before.deletedAt !== null) return { id };
    await tx.delete(commentVersions).where(eq(commentVersions.commentId, id));
    await tx.delete(commentMentions).where(eq(commentMentions.commentId, id));
    await tx.update(comments).set({ text: "", deletedAt: ctx.now }).where(eq(comments.id, id));
    await told(tx, ctx, before, "comment.removed");
    return { id };
  });
}

/** Marks a thread as settled, or opens it again. */
export async function resolveThread(ctx: PersonContext, { id, isResolved }: Resolve) {
  return ctx.db.transaction(async (tx) => {
    const head = await lock(tx, ctx, id);
    if (head.threadId !== null) found(null);
    authorize(ctx.actor, commentPolicy, "resolve", await policyRow(tx, ctx.actor, head));
    if (isResolved === (head.resolvedAt !== null)) return { id };
    const resolved = isResolved
      ? { resolvedAt: ctx.now, resolvedBy: ctx.actor.personId }
      : { resolvedAt: null, resolvedBy: null };
    await tx.update(comments).set(resolved).where(eq(comments.id, id));
    await told(tx, ctx, head, isResolved ? "comment.resolved" : "comment.reopened");
    return { id };
  });
}

type Said = Pick<
  Row,
  "subjectKind" | "subjectId" | "threadId" | "audience" | "isFromBefore" | "organisationId" | "text"
>;

async function say(tx: Transaction, ctx: PersonContext, said: Said, mentions: string[]) {
  const [row] = await tx
    .insert(comments)
    .values({ ...said, authorId: ctx.actor.personId, createdAt: ctx.now })
    .returning();
  const { id } = found(row);
  const called = [...new Set(mentions)].filter((one) => one !== ctx.actor.personId);
  for (const one of called) await callUpon(tx, ctx, id, one);
  await told(tx, ctx, found(row), "comment.posted", called);
  return { id };
}

/** Who is called upon must be able to read it as one of their organisations. */
async function callUpon(tx: Transaction, ctx: PersonContext, id: string, personId: string): Promise<void> {
  const actors = await actorsOf(tx as unknown as Context["db"], personId);
  if (actors.length > 0) await tx.insert(commentMentions).values({ commentId: id, personId });
  for (const actor of actors) if (await sees(tx, actor, id)) return tellOrganisation(tx, ctx.actor);
  throw brokenRule("collaboration.cannotRead");
}

async function sees(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  await tellOrganisation(tx, actor);
  return (await tx.$count(comments, and(eq(comments.id, id), commentsVisibleTo(actor)))) > 0;
}

/** The comment, held until the end. @throws DomainError "not-found" when the actor may not read it */
async function lock(tx: Transaction, ctx: PersonContext, id: string): Promise<Row> {
  await tellOrganisation(tx, ctx.actor);
  const which = and(eq(comments.id, id), commentsVisibleTo(ctx.actor));
  const [row] = await tx.select().from(comments).where(which).for("update");
  return found(row);
}

async function policyRow(tx: Transaction, actor: Person, row: Row) {
  const [facts] = await tx.execute<{ part: boolean; kept: boolean }>(sql`
    select ${keeps(actor, row.subjectKind, sql`${row.subjectId}::uuid`)} as kept, exists (
      select 1 from comments o left join comment_mentions m on m.comment_id = o.id
      where coalesce(o.thread_id, o.id) = ${row.threadId ?? row.id}::uuid
        and (o.author_id = ${actor.personId}::uuid or m.person_id = ${actor.personId}::uuid)) as part`);
  return { authorId: row.authorId, tookPart: facts?.part === true, isKept: facts?.kept === true };
}

/** Records the act, and nudges who looks at the object and the inboxes of who is called upon. */
const told = (tx: Transaction, ctx: PersonContext, row: Row, verb: string, called: string[] = []) =>
  recordEvent(tx, ctx, {
    verb,
    subject: { kind: "comment", id: row.id },
    topics: [topicOf({ kind: row.subjectKind, id: row.subjectId }), ...called.map((one) => `inbox:${one}`)],
  });
