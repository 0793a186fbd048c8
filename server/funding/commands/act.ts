import { and, eq } from "drizzle-orm";
import { applications, funds } from "@/db/schema/funding";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import type { ApplicationStep } from "../input";
import { type ApplicationAction, applicationLifecycle } from "../lifecycle";
import { applicationPolicy } from "../policy";
import { rightsOf } from "../queries/applications";
import { applicationsVisibleTo } from "../visible";

export type Application = typeof applications.$inferSelect;
export type Fund = typeof funds.$inferSelect;

/** What an event tells of a changed application. */
export const FIELDS = [
  "title",
  "description",
  "language",
  "amountCents",
  "cofundingCents",
  "missionTest",
  "parties",
  "status",
  "advice",
  "assessment",
] as const satisfies readonly (keyof Application)[];

const VERBS: Record<Exclude<ApplicationAction, "sign" | "award" | "refuse">, string> = {
  change: "application.changed",
  submit: "application.submitted",
  withdraw: "application.withdrawn",
  assess: "application.assessed",
};

/** One step of an application: who, when, on which version; then what `change` adds, and the event. */
export async function act(
  ctx: Context,
  { id, version }: ApplicationStep,
  action: keyof typeof VERBS,
  change: (tx: Transaction, before: Application, fund: Fund) => Promise<Partial<Application>>,
) {
  return ctx.db.transaction(async (tx) => {
    const { before, fund, known } = await lockApplication(tx, ctx, id);
    authorize(ctx.actor, applicationPolicy, action, known);
    const status = transition(applicationLifecycle, before.status, action);
    refuseStale(before, version);
    const after = { ...(await change(tx, before, fund)), status };
    await tx
      .update(applications)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(eq(applications.id, id));
    await recordEvent(tx, ctx, {
      verb: VERBS[action],
      subject: { kind: "application", id },
      changes: changesOf<Application>(before, { ...before, ...after }, FIELDS),
      topics: [`fund:${fund.id}`],
    });
    return { id, version: version + 1 };
  });
}

/** The application, locked, with its fund and what the policy needs to know of this person. */
export async function lockApplication(tx: Transaction, ctx: Context, id: string) {
  const [visible] = await tx
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(funds, eq(funds.id, applications.fundId))
    .where(and(eq(applications.id, id), applicationsVisibleTo(ctx.actor)));
  found(visible);
  const before = found(
    (await tx.select().from(applications).where(eq(applications.id, id)).for("update"))[0],
  );
  const fund = found((await tx.select().from(funds).where(eq(funds.id, before.fundId)))[0]);
  const known = { ...before, fundOwnerId: fund.ownerId, ...(await rightsOf(tx, ctx, before)) };
  return { before, fund, known };
}
