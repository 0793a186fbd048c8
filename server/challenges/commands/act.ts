import { and, eq } from "drizzle-orm";
import { challenges } from "@/db/schema/challenges";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import type { ChallengeStep } from "../input";
import { type ChallengeAction, challengeLifecycle } from "../lifecycle";
import { challengePolicy } from "../policy";
import { challengesVisibleTo, isPastDeadline } from "../visible";

export type Challenge = typeof challenges.$inferSelect;

/** Fields whose changes the log keeps. The contact is not among them. */
export const FIELDS = [
  "title",
  "description",
  "needId",
  "programmeId",
  "theme",
  "ecosystem",
  "elements",
  "missionTest",
  "parties",
  "procedure",
  "criteria",
  "budgetCents",
  "deadline",
  "status",
  "assessment",
] as const satisfies readonly (keyof Challenge)[];

type Step = Exclude<ChallengeAction, "select">;

const VERBS: Record<Step, string> = {
  change: "challenge.changed",
  propose: "challenge.proposed",
  accept: "challenge.accepted",
  return: "challenge.returned",
  open: "challenge.opened",
  startReview: "challenge.reviewStarted",
  cancel: "challenge.cancelled",
};

/** One step of a challenge's life: who, when, and then what the step itself asks and changes. */
export async function act(
  ctx: Context,
  { id, version }: ChallengeStep,
  step: Step,
  change: (tx: Transaction, before: Challenge) => Promise<Partial<Challenge>>,
) {
  return ctx.db.transaction(async (tx) => {
    const before = await lockChallenge(tx, ctx, id);
    authorize(ctx.actor, challengePolicy, step, before);
    const status = transition(challengeLifecycle, before.status, step);
    refuseStale(before, version);
    const after = { ...(await change(tx, before)), status };
    await tx
      .update(challenges)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(eq(challenges.id, id));
    await recordEvent(tx, ctx, {
      verb: VERBS[step],
      subject: { kind: "challenge", id },
      changes: changesOf<Challenge>(before, { ...before, ...after }, FIELDS),
    });
    return { id, version: version + 1 };
  });
}

/** Locks a challenge that the actor may see. */
export async function lockChallenge(tx: Transaction, ctx: Context, id: string): Promise<Challenge> {
  const rows = await tx
    .select()
    .from(challenges)
    .where(and(eq(challenges.id, id), challengesVisibleTo(ctx.actor)))
    .for("update");
  return found(rows[0]);
}

/** Whether the deadline has passed by the database's clock. */
export async function isPast(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.select({ past: isPastDeadline }).from(challenges).where(eq(challenges.id, id));
  return found(row).past;
}
