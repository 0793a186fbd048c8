import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { identities, persons, sessions, signInTokens } from "@/db/schema/accounts";
import { commentMentions, comments, commentVersions } from "@/db/schema/collaboration";
import { follows, looks, readCursors } from "@/db/schema/events";
import { mailSettings, mails } from "@/db/schema/notifications";
import { invitations, memberships, organisations } from "@/db/schema/organisations";
import { calendarFeeds, savedViews } from "@/db/schema/views";
import type { Person } from "../core/actor";
import type { Context } from "../core/context";
import { brokenRule, found } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import type { ActFor, ChangeProfile, EraseAccount, RevokeSession } from "./input";

type PersonContext = Context & { actor: Person };

/** What stands in the place of an erased person's name. */
const ERASED_NAME = "…";

/**
 * Chooses the organisation that this session acts for; only one of the person's own.
 * @throws DomainError "not-found" for an organisation the person does not belong to, or without a session
 */
export async function actFor(ctx: PersonContext, { organisationId }: ActFor) {
  const { personId, sessionId, organisation: before } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const own = and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId));
    found((await tx.select({ id: memberships.organisationId }).from(memberships).where(own).for("share"))[0]);
    const [session] = await tx
      .update(sessions)
      .set({ organisationId })
      .where(and(eq(sessions.id, found(sessionId)), eq(sessions.personId, personId)))
      .returning({ id: sessions.id });
    found(session);
    const [chosen] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
    await recordEvent(tx, ctx, {
      verb: "person.choseOrganisation",
      subject: { kind: "person", id: personId },
      changes: { organisationId: { from: before?.id ?? null, to: organisationId } },
    });
    return { id: organisationId, name: found(chosen).name };
  });
}

/** Changes the own name and language. The name is personal data, so the log only says that it changed. */
export async function changeProfile(ctx: PersonContext, input: ChangeProfile) {
  const { personId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const [before] = await tx.select().from(persons).where(eq(persons.id, personId)).for("update");
    await tx.update(persons).set(input).where(eq(persons.id, personId));
    await recordEvent(tx, ctx, {
      verb: "person.changed",
      subject: { kind: "person", id: personId },
      changes: changesOf(found(before), input, ["language"]),
    });
    return input;
  });
}

/** Ends one of the own sessions, on whatever device. @throws DomainError "not-found" for someone else's */
export async function revokeOwnSession(ctx: PersonContext, { sessionId }: RevokeSession) {
  const { personId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    const { id } = found(revoked);
    await recordEvent(tx, ctx, {
      verb: "person.endedSession",
      subject: { kind: "person", id: personId },
    });
    return { id };
  });
}

/** Ends the session of this request; for a visitor there is nothing to end. */
export async function signOut(ctx: Context) {
  if (ctx.actor.kind === "visitor" || ctx.actor.sessionId === null) return { signedOut: false };
  await revokeOwnSession({ ...ctx, actor: ctx.actor }, { sessionId: ctx.actor.sessionId });
  return { signedOut: true };
}

/**
 * Erases the own account: what says who the person is goes, what they did stays under a person without a name.
 * @throws DomainError "rule" when the confirmation is not the own address
 */
export async function eraseAccount(ctx: PersonContext, { confirmation }: EraseAccount) {
  const { personId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const [person] = await tx.select().from(persons).where(eq(persons.id, personId)).for("update");
    const { email, name } = found(person);
    if (confirmation.trim().toLowerCase() !== (email ?? name).toLowerCase())
      throw brokenRule("accounts.confirmErasure");
    if (email !== null) {
      await tx.delete(signInTokens).where(eq(signInTokens.identifier, email));
      await tx.delete(invitations).where(eq(invitations.email, email));
    }
    await tx.delete(identities).where(eq(identities.personId, personId));
    await tx.delete(follows).where(eq(follows.personId, personId));
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
    await tx.delete(savedViews).where(eq(savedViews.personId, personId));
    await tx.delete(readCursors).where(eq(readCursors.personId, personId));
    const own = tx.select({ id: comments.id }).from(comments).where(eq(comments.authorId, personId));
    await tx.delete(commentVersions).where(inArray(commentVersions.commentId, own));
    await tx.delete(commentMentions).where(eq(commentMentions.personId, personId));
    await tx
      .update(comments)
      .set({
        text: "",
        deletedAt: sql`coalesce(${comments.deletedAt}, ${ctx.now.toISOString()}::timestamptz)`,
      })
      .where(eq(comments.authorId, personId));
    await tx.delete(looks).where(eq(looks.personId, personId));
    await tx.delete(mails).where(eq(mails.personId, personId));
    await tx.delete(mailSettings).where(eq(mailSettings.personId, personId));
    await tx.delete(memberships).where(eq(memberships.personId, personId));
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now, userAgent: null })
      .where(eq(sessions.personId, personId));
    await tx
      .update(persons)
      .set({
        email: null,
        name: ERASED_NAME,
        persona: null,
        isAdministrator: false,
        emailVerifiedAt: null,
        erasedAt: ctx.now,
      })
      .where(eq(persons.id, personId));
    await recordEvent(tx, ctx, { verb: "person.erased", subject: { kind: "person", id: personId } });
    return { id: personId };
  });
}
