import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { programmes } from "@/db/schema/programmes";
import { actingFor, personId } from "../../core/actor";
import { authorize, refuseStale, transition } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import type { CreateProgramme, ProgrammeStep } from "../input";
import { type ProgrammeAction, programmeLifecycle } from "../lifecycle";
import { programmePolicy } from "../policy";
import { programmesVisibleTo } from "../visible";

export type Programme = typeof programmes.$inferSelect;
const FIELDS = [
  "title",
  "description",
  "theme",
  "programmeTheme",
  "ecosystems",
  "elements",
  "status",
  "closeReason",
] as const satisfies readonly (keyof Programme)[];

export async function draftProgramme(tx: Transaction, ctx: Context, input: CreateProgramme) {
  const id = v7();
  await tx
    .insert(programmes)
    .values({ id, ...input, leadId: actingFor(ctx.actor)!.id, createdBy: personId(ctx.actor)! });
  await recordEvent(tx, ctx, {
    verb: "programme.drafted",
    subject: { kind: "programme", id },
    changes: changesOf<Programme>({}, input, FIELDS),
  });
  return { id, version: 1 };
}

type OwnAction = Exclude<ProgrammeAction, "propose" | "split" | "merge">;

const VERBS: Record<OwnAction, string> = {
  change: "programme.changed",
  publish: "programme.published",
  close: "programme.closed",
};

export async function act(
  ctx: Context,
  { id, version }: ProgrammeStep,
  action: OwnAction,
  change: (before: Programme) => Partial<Programme>,
) {
  return ctx.db.transaction(async (tx) => {
    const before = await lockProgramme(tx, ctx, id);
    authorize(ctx.actor, programmePolicy, action, before);
    const status = transition(programmeLifecycle, before.status, action);
    const { search: _, ...current } = before;
    refuseStale(current, version);
    const after = { ...change(before), status };
    await tx
      .update(programmes)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(eq(programmes.id, id));
    await recordEvent(tx, ctx, {
      verb: VERBS[action],
      subject: { kind: "programme", id },
      changes: changesOf<Programme>(before, { ...before, ...after }, FIELDS),
    });
    return { id, version: version + 1 };
  });
}

export async function lockProgramme(tx: Transaction, ctx: Context, id: string): Promise<Programme> {
  const rows = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), programmesVisibleTo(ctx.actor)))
    .for("update");
  return found(rows[0]);
}
