import { and, eq, ne } from "drizzle-orm";
import { decisionPublications, decisions } from "@/db/schema/funding";
import { personId } from "../../core/actor";
import { authorize } from "../../core/command";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import { recordEvent } from "../../core/events";
import { decisionPolicy } from "../policy";
import { decisionsVisibleTo } from "../visible";

/** Makes a decision about money public. It cannot be taken back; doing it twice changes nothing. */
export async function publishDecision(ctx: Context, { id }: { id: string }) {
  return ctx.db.transaction(async (tx) => {
    const { decision, publishedAt } = found(
      (
        await tx
          .select({ decision: decisions, publishedAt: decisionPublications.publishedAt })
          .from(decisions)
          .leftJoin(decisionPublications, eq(decisionPublications.decisionId, decisions.id))
          .where(and(eq(decisions.id, id), ne(decisions.kind, "selection"), decisionsVisibleTo(ctx.actor)))
      )[0],
    );
    authorize(ctx.actor, decisionPolicy, "publish", {
      isPublished: publishedAt !== null,
      organisationId: decision.organisationId,
    });
    const published = await tx
      .insert(decisionPublications)
      .values({ decisionId: id, publishedBy: personId(ctx.actor)! })
      .onConflictDoNothing()
      .returning();
    if (published.length === 0) return { id };
    await recordEvent(tx, ctx, {
      verb: "decision.published",
      subject: { kind: "decision", id },
      changes: { kind: { to: decision.kind }, amountCents: { to: decision.amountCents } },
      topics: [`application:${decision.applicationId}`, `fund:${decision.fundId}`],
    });
    return { id };
  });
}
