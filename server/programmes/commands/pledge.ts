import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { pledges } from "@/db/schema/programmes";
import { actingFor, personId } from "../../core/actor";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context } from "../../core/context";
import { found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import type { ChangePledge, Pledge, ProgrammeStep } from "../input";
import { type PledgeAction, pledgeLifecycle } from "../lifecycle";
import { pledgePolicy, programmePolicy } from "../policy";
import { lockProgramme } from "./act";

/** Says what the organisation acted for will bring to a programme. */
export async function pledge(ctx: Context, input: Pledge) {
  return ctx.db.transaction(async (tx) => {
    const programme = await lockProgramme(tx, ctx, input.programmeId);
    authorize(ctx.actor, programmePolicy, "pledge", programme);
    const id = v7();
    const organisationId = actingFor(ctx.actor)!.id;
    await tx.insert(pledges).values({ id, ...input, organisationId, createdBy: personId(ctx.actor)! });
    await recordEvent(tx, ctx, {
      verb: "pledge.offered",
      subject: { kind: "pledge", id },
      changes: { programme: { to: programme.id }, kind: { to: input.kind }, title: { to: input.title } },
      topics: [`programme:${programme.id}`, "programme"],
    });
    return { id, version: 1 };
  });
}

export const changePledge = (ctx: Context, { id, version, ...fields }: ChangePledge) =>
  actOnPledge(ctx, { id, version }, "change", fields);
export const withdrawPledge = (ctx: Context, input: ProgrammeStep) => actOnPledge(ctx, input, "withdraw", {});

type PledgeRow = typeof pledges.$inferSelect;
const PLEDGE_FIELDS = [
  "kind",
  "title",
  "description",
  "amountCents",
  "quantity",
  "unit",
  "topics",
  "yearFrom",
  "yearTo",
  "status",
] as const satisfies readonly (keyof PledgeRow)[];
const PLEDGE_VERBS: Record<PledgeAction, string> = {
  change: "pledge.changed",
  withdraw: "pledge.withdrawn",
};

async function actOnPledge(
  ctx: Context,
  { id, version }: ProgrammeStep,
  action: PledgeAction,
  fields: Partial<PledgeRow>,
) {
  return ctx.db.transaction(async (tx) => {
    const before = found((await tx.select().from(pledges).where(eq(pledges.id, id)).for("update"))[0]);
    authorize(ctx.actor, pledgePolicy, action, before);
    const status = transition(pledgeLifecycle, before.status, action);
    refuseStale(before, version);
    const after = { ...fields, status };
    await tx
      .update(pledges)
      .set({ ...after, version: version + 1 })
      .where(eq(pledges.id, id));
    await recordEvent(tx, ctx, {
      verb: PLEDGE_VERBS[action],
      subject: { kind: "pledge", id },
      changes: changesOf<PledgeRow>(before, { ...before, ...after }, PLEDGE_FIELDS),
      topics: [`programme:${before.programmeId}`, "programme"],
    });
    return { id, version: version + 1 };
  });
}
