import { and, eq, inArray, ne } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { programmeNeeds } from "@/db/schema/programmes";
import { personId } from "../../core/actor";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found, violates, wrongState } from "../../core/errors";
import { moveWindowWithin } from "../../needs/commands";
import { needsVisibleTo } from "../../needs/visible";
import type { LinkStep, ReasonedLinkStep } from "../input";
import { type ConsentAction, consentAt, consentLifecycle, remindableFrom } from "../lifecycle";
import { consentPolicy } from "../policy";
import { lockProgramme } from "./act";
import { linkOf, NOTHING_ASKED, recordConsent, stored } from "./ask";

type Row = typeof programmeNeeds.$inferSelect;

export const consentToProgramme = (ctx: Context, input: LinkStep) => decide(ctx, input, "consent", null);
export const refuseProgramme = (ctx: Context, { reason, ...input }: ReasonedLinkStep) =>
  decide(ctx, input, "refuse", reason);
export const withdrawConsent = (ctx: Context, { reason, ...input }: ReasonedLinkStep) =>
  decide(ctx, input, "withdraw", reason);
/** Lets a need be fixed in this programme, also when it is in another. */
export const allowFix = (ctx: Context, input: LinkStep) => decide(ctx, input, "allowFix", null);

/** Reminds the buyer of a proposal that waits, at most once a week. */
export const remindBuyer = (ctx: Context, input: LinkStep) => decide(ctx, input, "remind", null);
export const fixNeed = (ctx: Context, input: LinkStep) => decide(ctx, input, "fix", null);
export const releaseNeed = (ctx: Context, { reason, ...input }: ReasonedLinkStep) =>
  decide(ctx, input, "release", reason);

/** What is done with a link by itself; what the lead asks or moves for several is done elsewhere. */
type Answer = Exclude<ConsentAction, "propose" | "askWindow" | "regroup">;

const CONSENT_VERBS: Record<Answer, string> = {
  acceptWindow: "need.windowAccepted",
  declineWindow: "need.windowDeclined",
  remind: "need.reminded",
  allowFix: "need.fixAllowed",
  consent: "need.consented",
  refuse: "need.refused",
  withdraw: "need.consentWithdrawn",
  fix: "need.fixed",
  release: "need.released",
};

export async function decide(
  ctx: Context,
  { programmeId, needId, version }: LinkStep,
  action: Answer,
  reason: string | null,
) {
  return ctx.db.transaction(async (tx) => {
    const link = { programmeId, needId };
    const programme = await lockProgramme(tx, ctx, programmeId);
    if (programme.status === "closed") throw wrongState(programme.status);
    const before = found((await tx.select().from(programmeNeeds).where(linkOf(link)).for("update"))[0]);
    const [need] = await tx
      .select({ buyerId: needs.buyerId, status: needs.status })
      .from(needs)
      .where(and(eq(needs.id, needId), needsVisibleTo(ctx.actor)));
    const now = consentAt(before, ctx.now);
    authorize(ctx.actor, consentPolicy, action, {
      status: now,
      leadId: programme.leadId,
      buyerId: found(need).buyerId,
    });
    const status = stored(transition(consentLifecycle, now, action));
    if (action === "consent" && need?.status !== "published") throw brokenRule("programmes.needNotPublished");
    if (action === "remind" && ctx.now < remindableFrom(before))
      throw brokenRule("programmes.remindedLately");
    if (action === "fix") await refuseUnlessMayFix(tx, before);
    refuseStale(before, version);
    if (isOfWindow(action)) await answerWindow(tx, ctx, before, action);
    await tx
      .update(programmeNeeds)
      .set({ status, version: version + 1, ...trace(ctx, action, reason) })
      .where(linkOf(link))
      .catch((error) => {
        throw violates(error, "programme_needs_fixed_once") ? brokenRule("programmes.fixedElsewhere") : error;
      });
    await recordConsent(tx, ctx, CONSENT_VERBS[action], link, before.status, status);
    return { version: version + 1 };
  });
}

/** What an act leaves on the link beside its state. */
function trace(ctx: Context, action: Answer, reason: string | null) {
  if (action === "remind") return { remindedAt: ctx.now };
  if (action === "allowFix") return { fixAllowed: true };
  if (isOfWindow(action)) return NOTHING_ASKED;
  const answered = action === "refuse" || action === "withdraw" || action === "fix" ? NOTHING_ASKED : {};
  return {
    ...answered,
    reason,
    decidedBy: personId(ctx.actor),
    decidedAt: ctx.now,
  };
}

const isOfWindow = (action: Answer): action is "acceptWindow" | "declineWindow" =>
  action === "acceptWindow" || action === "declineWindow";

async function answerWindow(
  tx: Transaction,
  ctx: Context,
  link: Row,
  action: "acceptWindow" | "declineWindow",
) {
  const { needId, askedStart, askedEnd, askedReason } = link;
  if (!askedStart || !askedEnd || !askedReason) throw brokenRule("programmes.noWindowAsked");
  if (action === "acceptWindow")
    await moveWindowWithin(tx, ctx, {
      id: needId,
      windowStart: askedStart,
      windowEnd: askedEnd,
      reason: askedReason,
    });
}

/**
 * Consenting to one programme lets its lead fix the need. Who consented to more says first in which it may be fixed.
 * The database holds that at most one fix was made without that word.
 */
async function refuseUnlessMayFix(tx: Transaction, link: Row): Promise<void> {
  if (link.fixAllowed) return;
  const others = await tx.$count(
    programmeNeeds,
    and(
      eq(programmeNeeds.needId, link.needId),
      ne(programmeNeeds.programmeId, link.programmeId),
      inArray(programmeNeeds.status, ["consented", "fixed"]),
    ),
  );
  if (others > 0) throw brokenRule("programmes.fixNotAllowed");
}
