import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { RegroupingKind } from "@/db/enums";
import {
  pledges,
  programmeInterventions,
  programmeRegroupings,
  programmes,
  type Regrouped,
} from "@/db/schema/programmes";
import { personId } from "../../core/actor";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { MergeProgramme, SplitProgramme } from "../input";
import { programmeLifecycle } from "../lifecycle";
import { programmePolicy } from "../policy";
import { draftProgramme, lockProgramme, type Programme } from "./act";
import { takeAlong } from "./take-along";

/**
 * Splits needs off into a new programme in draft. Their buyers are asked there anew; what they answered here is kept, for
 * when the split is undone. Fixed needs stay.
 */
export async function splitProgramme(ctx: Context, { id, version, title, reason, needIds }: SplitProgramme) {
  return ctx.db.transaction(async (tx) => {
    const from = await lockFor(tx, ctx, id, "split");
    refuseStale(from, version);
    const plan = from;
    const to = await draftProgramme(tx, ctx, {
      title,
      description: "",
      language: plan.language,
      theme: plan.theme,
      programmeTheme: plan.programmeTheme,
      ecosystems: plan.ecosystems,
      elements: plan.elements,
    });
    const needs = await takeAlong(tx, ctx, { fromId: id, toId: to.id }, needIds);
    if (needs.length < new Set(needIds).size) throw brokenRule("programmes.cannotGoAlong");
    await touch(tx, ctx, from, {});
    await keep(tx, ctx, "split", from, to.id, { reason, needs });
    await recordEvent(tx, ctx, {
      verb: "programme.split",
      subject: { kind: "programme", id },
      changes: { newProgramme: { to: to.id } },
      topics: [`programme:${to.id}`],
    });
    return to;
  });
}

/**
 * Lets a programme go on in another of the same lead. Its needs are asked there anew, its pledges and interventions go
 * along, and it closes. Needs that the other asked for before stay there as their buyer answered.
 */
export async function mergeProgramme(ctx: Context, { id, version, intoId, reason }: MergeProgramme) {
  if (id === intoId) throw brokenRule("programmes.mergesWithItself");
  return ctx.db.transaction(async (tx) => {
    const [from, into] = await lockBoth(tx, ctx, id, intoId);
    authorize(ctx.actor, programmePolicy, "merge", from);
    authorize(ctx.actor, programmePolicy, "merge", into);
    const status = transition(programmeLifecycle, from.status, "merge");
    transition(programmeLifecycle, into.status, "propose");
    refuseStale(from, version);
    const needs = await takeAlong(tx, ctx, { fromId: id, toId: intoId }, "all");
    const pledgeIds = await movePledges(tx, ctx, id, intoId);
    const interventionIds = await addInterventions(tx, id, intoId);
    await touch(tx, ctx, from, { status, closeReason: reason });
    await keep(tx, ctx, "merge", from, intoId, { reason, needs, pledgeIds, interventionIds });
    await recordEvent(tx, ctx, {
      verb: "programme.merged",
      subject: { kind: "programme", id },
      changes: {
        into: { to: intoId },
        status: { from: from.status, to: status },
        closeReason: { from: null, to: reason },
      },
    });
    await recordEvent(tx, ctx, {
      verb: "programme.enlarged",
      subject: { kind: "programme", id: intoId },
      changes: { merged: { to: id } },
    });
    return { id: intoId };
  });
}

type Locked = Omit<Programme, "search">;

async function lockFor(tx: Transaction, ctx: Context, id: string, action: "split"): Promise<Locked> {
  const { search: _, ...programme } = await lockProgramme(tx, ctx, id);
  authorize(ctx.actor, programmePolicy, action, programme);
  transition(programmeLifecycle, programme.status, action);
  return programme;
}

/** In one order, so that two who regroup the same programmes wait for each other. */
export async function lockBoth(
  tx: Transaction,
  ctx: Context,
  one: string,
  other: string,
): Promise<[Locked, Locked]> {
  const locked = new Map<string, Locked>();
  for (const id of [one, other].sort()) {
    const { search: _, ...programme } = await lockProgramme(tx, ctx, id);
    locked.set(id, programme);
  }
  return [locked.get(one)!, locked.get(other)!];
}

export async function touch(tx: Transaction, ctx: Context, programme: Locked, change: Partial<Programme>) {
  await tx
    .update(programmes)
    .set({ ...change, version: programme.version + 1, updatedAt: ctx.now })
    .where(eq(programmes.id, programme.id));
}

/** The pledges that stand, from one programme to the other. @returns their ids */
export async function movePledges(
  tx: Transaction,
  ctx: Context,
  fromId: string,
  toId: string,
  only?: string[],
): Promise<string[]> {
  const moved = await tx
    .update(pledges)
    .set({ programmeId: toId, version: sql`${pledges.version} + 1` })
    .where(
      and(
        eq(pledges.programmeId, fromId),
        eq(pledges.status, "offered"),
        only && inArray(pledges.id, only.length > 0 ? only : [v7()]),
      ),
    )
    .returning({ id: pledges.id });
  for (const { id } of moved)
    await recordEvent(tx, ctx, {
      verb: "pledge.regrouped",
      subject: { kind: "pledge", id },
      changes: { programme: { from: fromId, to: toId } },
    });
  return moved.map(({ id }) => id);
}

async function addInterventions(tx: Transaction, fromId: string, toId: string): Promise<string[]> {
  const held = await tx
    .select({ interventionId: programmeInterventions.interventionId })
    .from(programmeInterventions)
    .where(eq(programmeInterventions.programmeId, fromId))
    .orderBy(asc(programmeInterventions.interventionId));
  if (held.length === 0) return [];
  const added = await tx
    .insert(programmeInterventions)
    .values(held.map((one) => ({ ...one, programmeId: toId })))
    .onConflictDoNothing()
    .returning({ id: programmeInterventions.interventionId });
  return added.map(({ id }) => id);
}

type Kept = { reason: string; needs: Regrouped[]; pledgeIds?: string[]; interventionIds?: string[] };

async function keep(
  tx: Transaction,
  ctx: Context,
  kind: RegroupingKind,
  from: Locked,
  toId: string,
  kept: Kept,
) {
  const row = { id: v7(), kind, fromId: from.id, toId, fromStatus: from.status, ...kept };
  await tx.insert(programmeRegroupings).values({ ...row, madeBy: personId(ctx.actor)!, madeAt: ctx.now });
}
