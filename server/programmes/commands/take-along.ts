import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { programmeNeeds, type Regrouped } from "@/db/schema/programmes";
import { transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule } from "../../core/errors";
import { recordEvent } from "../../core/events";
import { answerByDefault, consentAt, consentLifecycle, dayOf } from "../lifecycle";
import { asked, linkOf, NOTHING_ASKED, stored } from "./ask";

type Way = { fromId: string; toId: string };

/**
 * Takes needs along to another programme and asks their buyers there anew; all that are open or agreed, or those named.
 * @returns what went, and how its buyer had answered
 * @throws DomainError when one of them is fixed
 */
export async function takeAlong(
  tx: Transaction,
  ctx: Context,
  { fromId, toId }: Way,
  which: "all" | string[],
): Promise<Regrouped[]> {
  const links = await tx
    .select()
    .from(programmeNeeds)
    .where(
      and(
        eq(programmeNeeds.programmeId, fromId),
        inArray(programmeNeeds.status, ["proposed", "consented", "fixed"]),
        which === "all" ? undefined : inArray(programmeNeeds.needId, which),
      ),
    )
    .orderBy(asc(programmeNeeds.needId))
    .for("update");
  if (links.some(({ status }) => status === "fixed")) throw brokenRule("programmes.fixedStays");
  const taken: Regrouped[] = [];
  for (const link of links) {
    const { needId, status: was } = link;
    await tx
      .update(programmeNeeds)
      .set({
        ...NOTHING_ASKED,
        status: stored(transition(consentLifecycle, consentAt(link, ctx.now), "regroup")),
        version: link.version + 1,
      })
      .where(linkOf(link));
    const isAsked = await askAnew(tx, ctx, { programmeId: toId, needId });
    await recordRegrouping(tx, ctx, needId, { fromId, toId }, was, isAsked ? "proposed" : null);
    taken.push({ needId, was, isAsked });
  }
  return taken;
}

/** @returns false where it was asked before and the buyer can still answer or has: that holds, unless it went from there */
async function askAnew(tx: Transaction, ctx: Context, link: { programmeId: string; needId: string }) {
  const question = asked(ctx, answerByDefault(ctx.now));
  const { status, answerBy } = programmeNeeds;
  const rows = await tx
    .insert(programmeNeeds)
    .values({ ...link, ...question })
    .onConflictDoUpdate({
      target: [programmeNeeds.programmeId, programmeNeeds.needId],
      set: { ...question, version: sql`${programmeNeeds.version} + 1` },
      setWhere: or(eq(status, "moved"), and(eq(status, "proposed"), lt(answerBy, dayOf(ctx.now)))),
    })
    .returning({ needId: programmeNeeds.needId });
  return rows.length > 0;
}

/**
 * Takes back what went along: the buyer's answer holds again where it was given, unless the buyer has said no since; then it
 * is asked anew.
 * @throws DomainError when one of them is fixed where it went
 */
export async function takeBack(
  tx: Transaction,
  ctx: Context,
  { fromId, toId }: Way,
  taken: readonly Regrouped[],
): Promise<void> {
  for (const { needId, was, isAsked } of taken) {
    const [here] = await tx
      .select()
      .from(programmeNeeds)
      .where(linkOf({ programmeId: fromId, needId }))
      .for("update");
    const [there] = await tx
      .select()
      .from(programmeNeeds)
      .where(linkOf({ programmeId: toId, needId }))
      .for("update");
    // Who asked for it again here meanwhile has its answer from there.
    if (here?.status !== "moved") continue;
    if (isAsked && there?.status === "fixed") throw brokenRule("programmes.fixedStays");
    const saidNo = isAsked && (there?.status === "refused" || there?.status === "withdrawn");
    const status = saidNo ? "proposed" : was;
    const question = status === "proposed" ? asked(ctx, answerByDefault(ctx.now)) : {};
    await tx
      .update(programmeNeeds)
      .set({ ...question, status, version: here.version + 1 })
      .where(linkOf(here));
    if (isAsked && there)
      await tx
        .update(programmeNeeds)
        .set({ ...NOTHING_ASKED, status: "moved", version: there.version + 1 })
        .where(linkOf(there));
    await recordRegrouping(tx, ctx, needId, { fromId: toId, toId: fromId }, there?.status ?? null, status);
  }
}

function recordRegrouping(
  tx: Transaction,
  ctx: Context,
  needId: string,
  { fromId, toId }: Way,
  from: string | null,
  to: string | null,
) {
  return recordEvent(tx, ctx, {
    verb: "need.regrouped",
    subject: { kind: "need", id: needId },
    changes: { programme: { from: fromId, to: toId }, consent: { from, to } },
    topics: [`programme:${fromId}`, `programme:${toId}`, "programme"],
  });
}
