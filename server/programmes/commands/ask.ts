import { and, eq } from "drizzle-orm";
import type { ConsentState } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { programmeNeeds } from "@/db/schema/programmes";
import { personId } from "../../core/actor";
import { authorize, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found, wrongState } from "../../core/errors";
import { recordEvent } from "../../core/events";
import { needsVisibleTo } from "../../needs/visible";
import type { Link, ProposeNeed } from "../input";
import {
  answerByDefault,
  type ConsentNow,
  consentAt,
  consentLifecycle,
  dayOf,
  programmeLifecycle,
} from "../lifecycle";
import { programmePolicy } from "../policy";
import { lockProgramme } from "./act";

/** No window is asked for. */
export const NOTHING_ASKED = { askedStart: null, askedEnd: null, askedReason: null };

/** A question to a buyer as it begins, whatever was asked and answered before. */
export const asked = (ctx: Context, answerBy: string) => ({
  status: "proposed" as const,
  answerBy,
  reason: null,
  proposedBy: personId(ctx.actor)!,
  proposedAt: ctx.now,
  remindedAt: null,
  decidedBy: null,
  decidedAt: null,
  fixAllowed: false,
  ...NOTHING_ASKED,
});

/** Asks a buyer whether a need may be part of the programme; asks again after a refusal. */
export const proposeNeed = (ctx: Context, input: ProposeNeed) =>
  ctx.db.transaction((tx) => askForNeed(tx, ctx, input));

async function askForNeed(tx: Transaction, ctx: Context, { answerBy: until, ...input }: ProposeNeed) {
  const answerBy = until ?? answerByDefault(ctx.now);
  if (answerBy < dayOf(ctx.now)) throw brokenRule("programmes.answerByPast");
  const programme = await lockProgramme(tx, ctx, input.programmeId);
  authorize(ctx.actor, programmePolicy, "propose", programme);
  transition(programmeLifecycle, programme.status, "propose");
  const [need] = await tx
    .select({ status: needs.status })
    .from(needs)
    .where(and(eq(needs.id, input.needId), needsVisibleTo(ctx.actor)));
  if (found(need).status !== "published") throw brokenRule("programmes.needNotPublished");
  const [link] = await tx.select().from(programmeNeeds).where(linkOf(input)).for("update");
  if (link) transition(consentLifecycle, consentAt(link, ctx.now), "propose");
  const question = asked(ctx, answerBy);
  if (link)
    await tx
      .update(programmeNeeds)
      .set({ ...question, version: link.version + 1 })
      .where(linkOf(input));
  else await tx.insert(programmeNeeds).values({ ...input, ...question });
  await recordConsent(tx, ctx, "need.asked", input, link?.status ?? null, question.status);
  return { version: (link?.version ?? 0) + 1 };
}

/** Asks for several needs at once, all or nothing. */
export async function proposeNeeds(ctx: Context, programmeId: string, needIds: string[]) {
  await ctx.db.transaction((tx) => askForNeeds(tx, ctx, programmeId, needIds));
  return { id: programmeId };
}

export async function askForNeeds(tx: Transaction, ctx: Context, programmeId: string, needIds: string[]) {
  // In one order, so that two who ask for the same needs wait for each other instead of both being refused.
  for (const needId of [...new Set(needIds)].sort())
    await askForNeed(tx, ctx, { programmeId, needId, answerBy: null });
}

/** Expiry is read off the clock and never written. */
export function stored(status: ConsentNow): ConsentState {
  if (status === "expired") throw wrongState(status);
  return status;
}

export const linkOf = ({ programmeId, needId }: Link) =>
  and(eq(programmeNeeds.programmeId, programmeId), eq(programmeNeeds.needId, needId));

export function recordConsent(
  tx: Transaction,
  ctx: Context,
  verb: string,
  { programmeId, needId }: Link,
  from: string | null,
  to: string,
) {
  return recordEvent(tx, ctx, {
    verb,
    subject: { kind: "need", id: needId },
    changes: { programme: { to: programmeId }, consent: { from, to } },
    topics: [`programme:${programmeId}`, "programme"],
  });
}
