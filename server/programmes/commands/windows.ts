import { and, eq } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { programmeNeeds } from "@/db/schema/programmes";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { recordEvent } from "../../core/events";
import { needsVisibleTo } from "../../needs/visible";
import type { AskWindows, LinkStep } from "../input";
import { consentAt, consentLifecycle, programmeLifecycle } from "../lifecycle";
import { consentPolicy } from "../policy";
import { shiftWithinSlack } from "../slack";
import { lockProgramme } from "./act";
import { decide } from "./answer";
import { linkOf } from "./ask";

/**
 * Asks buyers to move windows within the slack they gave, all or nothing. Nothing moves before a buyer agrees.
 * @throws DomainError when a window lies beyond the slack, or moved since it was seen
 */
export async function askWindows(ctx: Context, { programmeId, reason, windows }: AskWindows) {
  return ctx.db.transaction(async (tx) => {
    const programme = await lockProgramme(tx, ctx, programmeId);
    transition(programmeLifecycle, programme.status, "propose");
    const inOrder = [...windows].sort((a, b) => (a.needId < b.needId ? -1 : 1));
    for (const window of inOrder) await askWindow(tx, ctx, programme, reason, window);
    return { id: programmeId };
  });
}

async function askWindow(
  tx: Transaction,
  ctx: Context,
  { id: programmeId, leadId }: { id: string; leadId: string },
  reason: string,
  { needId, version, ...to }: AskWindows["windows"][number],
) {
  const link = { programmeId, needId };
  const before = found((await tx.select().from(programmeNeeds).where(linkOf(link)).for("update"))[0]);
  const [row] = await tx
    .select()
    .from(needs)
    .where(and(eq(needs.id, needId), needsVisibleTo(ctx.actor)));
  const need = found(row);
  const status = consentAt(before, ctx.now);
  authorize(ctx.actor, consentPolicy, "askWindow", { status, leadId, buyerId: need.buyerId });
  transition(consentLifecycle, status, "askWindow");
  refuseStale(before, version);
  if (!shiftWithinSlack(need, to)) throw brokenRule("programmes.beyondSlack");
  await tx
    .update(programmeNeeds)
    .set({
      askedStart: to.windowStart,
      askedEnd: to.windowEnd,
      askedReason: reason,
      version: before.version + 1,
    })
    .where(linkOf(link));
  await recordEvent(tx, ctx, {
    verb: "need.windowAsked",
    subject: { kind: "need", id: needId },
    changes: {
      programme: { to: programmeId },
      askedStart: { from: need.windowStart, to: to.windowStart },
      askedEnd: { from: need.windowEnd, to: to.windowEnd },
      askedReason: { to: reason },
    },
    topics: [`programme:${programmeId}`, "programme"],
  });
}

/** Moves the window of the own need to what was asked; the lead's reason is that of the slip. */
export const acceptWindow = (ctx: Context, input: LinkStep) => decide(ctx, input, "acceptWindow", null);
export const declineWindow = (ctx: Context, input: LinkStep) => decide(ctx, input, "declineWindow", null);
