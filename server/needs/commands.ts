import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { needInvitations, needSlips, needs } from "@/db/schema/needs";
import { actingFor, personId } from "../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, DomainError, found, violates } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import { cpvOf } from "./cpv";
import type {
  ChangeNeed,
  CreateNeed,
  FulfilNeed,
  MoveWindow,
  NeedStep,
  SetCertainty,
  WithdrawNeed,
} from "./input";
import { missingForPublication, type NeedAction, needLifecycle } from "./lifecycle";
import { LOGGED } from "./logged";
import { needPolicy } from "./policy";
import { unknownIn } from "./unknown";
import { needsVisibleTo } from "./visible";

type Need = typeof needs.$inferSelect;

/** Saves a new need as a draft of the organisation acted for. */
export async function createNeed(ctx: Context, input: CreateNeed) {
  const buyerId = actingFor(ctx.actor)?.id ?? "";
  const row = { status: "draft" as const, buyerId, visibility: input.visibility, publishedAt: null };
  authorize(ctx.actor, needPolicy, "create", row);
  const { invited, ...fields } = known(input);
  return ctx.db.transaction(async (tx) => {
    const id = v7();
    const row = { id, ...fields, buyerId, createdBy: personId(ctx.actor)! };
    await tx.insert(needs).values(row).catch(refuseTakenReference);
    if (invited.length > 0) await setInvited(tx, id, invited);
    await recordEvent(tx, ctx, {
      verb: "need.drafted",
      subject: { kind: "need", id },
      changes: changesOf<Need>({}, fields, LOGGED),
    });
    return { id, version: 1 };
  });
}

/** Changes a need; once published, a moved window is a slip and needs its reason. */
export async function changeNeed(ctx: Context, input: ChangeNeed) {
  const { id, version, invited, slipReason, ...fields } = known(input);
  return act(ctx, { id, version }, "change", async (tx, before) => {
    if (before.status === "published") {
      refuseIncomplete(missingForPublication({ ...fields, invitedCount: invited.length }));
      if (moved(before, fields)) await keepSlip(tx, ctx, before, fields, slipReason);
    }
    await setInvited(tx, id, invited);
    return fields;
  });
}

/** Makes a complete draft visible to those it is meant for. */
export const publishNeed = (ctx: Context, input: NeedStep) =>
  act(ctx, input, "publish", async (tx, before) => {
    const invitedCount = await tx.$count(needInvitations, eq(needInvitations.needId, before.id));
    refuseIncomplete(missingForPublication({ ...before, invitedCount }));
    return { publishedAt: before.publishedAt ?? ctx.now };
  });

/** Moves the window of a published need; the slip and its reason are kept. */
export const moveWindow = (ctx: Context, { reason, windowStart, windowEnd, ...input }: MoveWindow) =>
  act(ctx, input, "move", async (tx, before) => {
    await keepSlip(tx, ctx, before, { windowStart, windowEnd }, reason);
    return { windowStart, windowEnd };
  });

/**
 * Moves the window of a need within a larger act of its buyer, as `moveWindow` does it.
 * @throws DomainError when the actor may not move it, or it is not out
 */
export async function moveWindowWithin(
  tx: Transaction,
  ctx: Context,
  { id, reason, ...window }: Pick<MoveWindow, "id" | "reason" | "windowStart" | "windowEnd">,
) {
  const before = await lockNeed(tx, ctx, id);
  return actOn(tx, ctx, before, "move", async () => {
    await keepSlip(tx, ctx, before, window, reason);
    return window;
  });
}

/** Says how sure a need is by now, and changes nothing else. */
export const setCertainty = (ctx: Context, { certainty, ...input }: SetCertainty) =>
  act(ctx, input, "change", async () => ({ certainty }));

export const withdrawNeed = (ctx: Context, { reason, ...input }: WithdrawNeed) =>
  act(ctx, input, "withdraw", async () => ({ withdrawReason: reason }));

/** Links a need to the tender or contract it became. */
export const fulfilNeed = (ctx: Context, { becameUrl, ...input }: FulfilNeed) =>
  act(ctx, input, "fulfil", async () => ({ becameUrl }));

const VERBS: Record<NeedAction, string> = {
  change: "need.changed",
  publish: "need.published",
  move: "need.moved",
  withdraw: "need.withdrawn",
  fulfil: "need.fulfilled",
};

async function act(
  ctx: Context,
  { id, version }: NeedStep,
  action: NeedAction,
  change: (tx: Transaction, before: Need) => Promise<Partial<Need>>,
) {
  return ctx.db.transaction(async (tx) => {
    const before = await lockNeed(tx, ctx, id);
    return actOn(tx, ctx, before, action, async () => {
      if (before.version !== version) refuseStale(withoutSearch(before), version);
      return change(tx, before);
    });
  });
}

async function lockNeed(tx: Transaction, ctx: Context, id: string): Promise<Need> {
  const rows = await tx
    .select()
    .from(needs)
    .where(and(eq(needs.id, id), needsVisibleTo(ctx.actor)))
    .for("update");
  return found(rows[0]);
}

async function actOn(
  tx: Transaction,
  ctx: Context,
  before: Need,
  action: NeedAction,
  change: () => Promise<Partial<Need>>,
) {
  const { id } = before;
  authorize(ctx.actor, needPolicy, action, before);
  const status = transition(needLifecycle, before.status, action);
  const after = { ...(await change()), status };
  const version = before.version + 1;
  await tx
    .update(needs)
    .set({ ...after, version, updatedAt: ctx.now })
    .where(eq(needs.id, id))
    .catch(refuseTakenReference);
  await recordEvent(tx, ctx, {
    verb: VERBS[action],
    subject: { kind: "need", id },
    changes: changesOf<Need>(before, { ...before, ...after }, LOGGED),
  });
  return { id, version };
}

type Window = { windowStart: string | null; windowEnd: string | null };

const moved = (before: Window, after: Window) =>
  before.windowStart !== after.windowStart || before.windowEnd !== after.windowEnd;

async function keepSlip(tx: Transaction, ctx: Context, before: Need, to: Window, reason: string) {
  if (reason.trim().length < 5)
    throw new DomainError("incomplete", "incomplete", {
      issues: [{ field: "slipReason", key: "needs.missing.slipReason" }],
    });
  await tx.insert(needSlips).values({
    needId: before.id,
    fromStart: before.windowStart!,
    fromEnd: before.windowEnd!,
    toStart: to.windowStart!,
    toEnd: to.windowEnd!,
    reason,
    movedBy: personId(ctx.actor)!,
  });
}

/** Refuses a theme, ecosystem or code that is in no list; a code is kept without its check digit. */
function known<I extends Pick<CreateNeed, "theme" | "ecosystems" | "cpv">>(input: I): I {
  const unknown = unknownIn(input)[0];
  if (unknown) throw brokenRule(unknown.key);
  return { ...input, cpv: input.cpv && cpvOf(input.cpv)!.code };
}

/** A buyer's own reference names one of its needs; the database decides when two are saved at once. */
function refuseTakenReference(error: unknown): never {
  throw violates(error, "needs_reference_of_buyer") ? brokenRule("needs.referenceTaken") : error;
}

async function setInvited(tx: Transaction, needId: string, invited: string[]): Promise<void> {
  await tx.delete(needInvitations).where(eq(needInvitations.needId, needId));
  if (invited.length > 0)
    await tx
      .insert(needInvitations)
      .values([...new Set(invited)].map((organisationId) => ({ needId, organisationId })));
}

const withoutSearch = ({ search: _, ...need }: Need) => need;
