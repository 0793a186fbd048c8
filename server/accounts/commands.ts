import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/accounts";
import { memberships, organisations } from "@/db/schema/organisations";
import type { Person } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { recordEvent } from "../core/events";
import type { ActFor } from "./input";

type PersonContext = Context & { actor: Person };

/**
 * Chooses the organisation that this session acts for; only one of the person's own.
 * @throws DomainError "not-found" for an organisation the person does not belong to, or without a session
 */
export async function actFor(ctx: PersonContext, { organisationId }: ActFor) {
  const { personId, sessionId, organisation: before } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const membership = and(
      eq(memberships.personId, personId),
      eq(memberships.organisationId, organisationId),
    );
    found(
      (
        await tx.select({ id: memberships.organisationId }).from(memberships).where(membership).for("share")
      )[0],
    );
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
