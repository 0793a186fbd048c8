import { and, eq, inArray } from "drizzle-orm";
import {
  pledges,
  programmeInterventions,
  programmeNeeds,
  programmeRegroupings,
} from "@/db/schema/programmes";
import { personId } from "../../core/actor";
import { authorize } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { recordEvent } from "../../core/events";
import type { UndoRegrouping } from "../input";
import { programmePolicy } from "../policy";
import { lockBoth, movePledges, touch } from "./regroup";
import { takeBack } from "./take-along";

/**
 * Undoes a split or merge: needs, pledges and interventions go back, and a merged programme opens again as it was. A split-off
 * programme closes, unless something came to it since.
 */
export async function undoRegrouping(ctx: Context, { id }: UndoRegrouping) {
  return ctx.db.transaction(async (tx) => {
    const [seen] = await tx.select().from(programmeRegroupings).where(eq(programmeRegroupings.id, id));
    const [from, to] = await lockBoth(tx, ctx, found(seen).fromId, found(seen).toId);
    // Under the lock of both, so that only one undoes it.
    const [made] = await tx.select().from(programmeRegroupings).where(eq(programmeRegroupings.id, id));
    const { kind, fromStatus, needs, pledgeIds, interventionIds, reason, undoneAt } = found(made);
    authorize(ctx.actor, programmePolicy, kind, from);
    authorize(ctx.actor, programmePolicy, kind, to);
    if (undoneAt) throw brokenRule("programmes.undoneBefore");
    if (kind === "split" && from.status === "closed") throw brokenRule("programmes.closedMeanwhile");
    await takeBack(tx, ctx, { fromId: from.id, toId: to.id }, needs);
    await movePledges(tx, ctx, to.id, from.id, pledgeIds);
    await removeInterventions(tx, to.id, interventionIds);
    if (kind === "merge") await touch(tx, ctx, from, { status: fromStatus, closeReason: null });
    else if (to.status !== "closed" && (await isBare(tx, to.id)))
      await touch(tx, ctx, to, { status: "closed", closeReason: reason });
    await tx
      .update(programmeRegroupings)
      .set({ undoneAt: ctx.now, undoneBy: personId(ctx.actor)! })
      .where(eq(programmeRegroupings.id, id));
    for (const { id: programmeId } of [to, from])
      await recordEvent(tx, ctx, {
        verb: "programme.regroupingUndone",
        subject: { kind: "programme", id: programmeId },
        changes: { regrouping: { to: id } },
      });
    return { id: from.id };
  });
}

async function removeInterventions(tx: Transaction, programmeId: string, ids: string[]) {
  if (ids.length === 0) return;
  await tx
    .delete(programmeInterventions)
    .where(
      and(
        eq(programmeInterventions.programmeId, programmeId),
        inArray(programmeInterventions.interventionId, ids),
      ),
    );
}

/** Nothing is asked, agreed or pledged in it. */
async function isBare(tx: Transaction, programmeId: string): Promise<boolean> {
  const [asked, pledged] = [
    await tx.$count(
      programmeNeeds,
      and(
        eq(programmeNeeds.programmeId, programmeId),
        inArray(programmeNeeds.status, ["proposed", "consented", "fixed"]),
      ),
    ),
    await tx.$count(pledges, and(eq(pledges.programmeId, programmeId), eq(pledges.status, "offered"))),
  ];
  return asked + pledged === 0;
}
