import { and, eq, inArray, ne } from "drizzle-orm";
import { v7 } from "uuid";
import type { ConsentState } from "@/db/enums";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { pledges, programmeInterventions, programmeNeeds, programmes } from "@/db/schema/programmes";
import { actingFor, personId } from "../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, found, violates, wrongState } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import { needsVisibleTo } from "../needs/visible";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import type {
  ChangePledge,
  ChangeProgramme,
  CloseProgramme,
  CreateProgramme,
  Link,
  LinkIntervention,
  LinkStep,
  Pledge,
  ProgrammeStep,
  ProposeNeed,
  ReasonedLinkStep,
} from "./input";
import {
  answerByDefault,
  type ConsentAction,
  type ConsentNow,
  consentAt,
  consentLifecycle,
  dayOf,
  missingForPublication,
  type PledgeAction,
  type ProgrammeAction,
  pledgeLifecycle,
  programmeLifecycle,
  remindableFrom,
} from "./lifecycle";
import { consentPolicy, pledgePolicy, programmePolicy } from "./policy";
import { programmesVisibleTo } from "./queries";

type Programme = typeof programmes.$inferSelect;
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

/** Opens a programme in draft, led by the organisation acted for. */
export async function createProgramme(ctx: Context, input: CreateProgramme) {
  authorize(ctx.actor, programmePolicy, "create", { status: "draft", leadId: "" });
  refuseUnknown(input);
  return ctx.db.transaction((tx) => draftProgramme(tx, ctx, input));
}

async function draftProgramme(tx: Transaction, ctx: Context, input: CreateProgramme) {
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

/** Opens a programme in draft and asks for these needs, all or nothing. */
export async function createProgrammeWithNeeds(ctx: Context, input: CreateProgramme, needIds: string[]) {
  authorize(ctx.actor, programmePolicy, "create", { status: "draft", leadId: "" });
  refuseUnknown(input);
  return ctx.db.transaction(async (tx) => {
    const programme = await draftProgramme(tx, ctx, input);
    await askForNeeds(tx, ctx, programme.id, needIds);
    return programme;
  });
}

/** Asks for several needs at once, all or nothing. */
export async function proposeNeeds(ctx: Context, programmeId: string, needIds: string[]) {
  await ctx.db.transaction((tx) => askForNeeds(tx, ctx, programmeId, needIds));
  return { id: programmeId };
}

async function askForNeeds(tx: Transaction, ctx: Context, programmeId: string, needIds: string[]) {
  // In one order, so that two who ask for the same needs wait for each other instead of both being refused.
  for (const needId of [...new Set(needIds)].sort())
    await askForNeed(tx, ctx, { programmeId, needId, answerBy: null });
}

export async function changeProgramme(ctx: Context, { id, version, ...fields }: ChangeProgramme) {
  refuseUnknown(fields);
  return act(ctx, { id, version }, "change", (before) => {
    if (before.status === "published") refuseIncomplete(missingForPublication(fields));
    return fields;
  });
}

export const publishProgramme = (ctx: Context, input: ProgrammeStep) =>
  act(ctx, input, "publish", (before) => {
    refuseIncomplete(missingForPublication(before));
    return { publishedAt: ctx.now };
  });

export const closeProgramme = (ctx: Context, { reason, ...input }: CloseProgramme) =>
  act(ctx, input, "close", (before) => ({ closeReason: reason, publishedAt: before.publishedAt ?? ctx.now }));

/** Asks a buyer whether a need may be part of the programme; asks again after a refusal. */
export const proposeNeed = (ctx: Context, input: ProposeNeed) =>
  ctx.db.transaction((tx) => askForNeed(tx, ctx, input));

async function askForNeed(tx: Transaction, ctx: Context, { answerBy: asked, ...input }: ProposeNeed) {
  const answerBy = asked ?? answerByDefault(ctx.now);
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
  const status = link
    ? stored(transition(consentLifecycle, consentAt(link, ctx.now), "propose"))
    : "proposed";
  const proposal = {
    status,
    answerBy,
    reason: null,
    proposedBy: personId(ctx.actor)!,
    proposedAt: ctx.now,
    remindedAt: null,
    fixAllowed: false,
  };
  if (link)
    await tx
      .update(programmeNeeds)
      .set({ ...proposal, decidedBy: null, decidedAt: null, version: link.version + 1 })
      .where(linkOf(input));
  else await tx.insert(programmeNeeds).values({ ...input, ...proposal });
  await recordConsent(tx, ctx, "need.asked", input, link?.status ?? null, status);
  return { version: (link?.version ?? 0) + 1 };
}

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

/** Links an intervention that the programme carries out. */
export async function linkIntervention(ctx: Context, input: LinkIntervention) {
  return ctx.db.transaction(async (tx) => {
    const programme = await lockProgramme(tx, ctx, input.programmeId);
    authorize(ctx.actor, programmePolicy, "change", programme);
    found((await tx.select().from(interventions).where(eq(interventions.id, input.interventionId)))[0]);
    await tx.insert(programmeInterventions).values(input).onConflictDoNothing();
    await recordEvent(tx, ctx, {
      verb: "programme.interventionLinked",
      subject: { kind: "programme", id: programme.id },
      changes: { intervention: { to: input.interventionId } },
      topics: [`intervention:${input.interventionId}`],
    });
    return { id: programme.id };
  });
}

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

const VERBS: Record<ProgrammeAction, string> = {
  change: "programme.changed",
  publish: "programme.published",
  close: "programme.closed",
  propose: "programme.changed",
};

async function act(
  ctx: Context,
  { id, version }: ProgrammeStep,
  action: ProgrammeAction,
  change: (before: Programme) => Partial<Programme>,
) {
  return ctx.db.transaction(async (tx) => {
    const before = await lockProgramme(tx, ctx, id);
    authorize(ctx.actor, programmePolicy, action as Exclude<ProgrammeAction, "propose">, before);
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

const CONSENT_VERBS: Record<Exclude<ConsentAction, "propose">, string> = {
  remind: "need.reminded",
  allowFix: "need.fixAllowed",
  consent: "need.consented",
  refuse: "need.refused",
  withdraw: "need.consentWithdrawn",
  fix: "need.fixed",
  release: "need.released",
};

async function decide(
  ctx: Context,
  { programmeId, needId, version }: LinkStep,
  action: Exclude<ConsentAction, "propose">,
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
function trace(ctx: Context, action: Exclude<ConsentAction, "propose">, reason: string | null) {
  if (action === "remind") return { remindedAt: ctx.now };
  if (action === "allowFix") return { fixAllowed: true };
  return { reason, decidedBy: personId(ctx.actor), decidedAt: ctx.now };
}

/**
 * Consenting to one programme lets its lead fix the need. Who consented to more says first in which it may be fixed.
 * The database holds that at most one fix was made without that word.
 */
async function refuseUnlessMayFix(tx: Transaction, link: typeof programmeNeeds.$inferSelect): Promise<void> {
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

/** Expiry is read off the clock and never written. */
function stored(status: ConsentNow): ConsentState {
  if (status === "expired") throw wrongState(status);
  return status;
}

const linkOf = ({ programmeId, needId }: Link) =>
  and(eq(programmeNeeds.programmeId, programmeId), eq(programmeNeeds.needId, needId));

function recordConsent(
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

async function lockProgramme(tx: Transaction, ctx: Context, id: string): Promise<Programme> {
  const rows = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), programmesVisibleTo(ctx.actor)))
    .for("update");
  return found(rows[0]);
}

function refuseUnknown(input: Pick<CreateProgramme, "theme" | "programmeTheme" | "ecosystems">): void {
  const pack = region();
  const has = (list: readonly { slug: string }[], slug: string) => list.some((one) => one.slug === slug);
  if (input.theme && !has(pack.region.missionThemes, input.theme))
    throw brokenRule("programmes.unknownTheme");
  if (input.programmeTheme && !has(pack.programmeThemes, input.programmeTheme))
    throw brokenRule("programmes.unknownTheme");
  if (input.ecosystems.some((slug) => !has(listEcosystems(), slug)))
    throw brokenRule("programmes.unknownEcosystem");
}
