import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { challengeReviewers, challenges } from "@/db/schema/challenges";
import { needs } from "@/db/schema/needs";
import { memberships } from "@/db/schema/organisations";
import { programmes } from "@/db/schema/programmes";
import { actingFor, personId } from "../core/actor";
import { authorize, refuseIncomplete, refuseStale, transition } from "../core/command";
import type { Context, Transaction } from "../core/context";
import { brokenRule, DomainError, found } from "../core/errors";
import { changesOf, recordEvent } from "../core/events";
import { needsVisibleTo } from "../needs/visible";
import { programmesVisibleTo } from "../programmes/queries";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import type {
  AssignReviewer,
  ChallengeStep,
  ChangeChallenge,
  CreateChallenge,
  DeclareConflict,
  ReasonedChallengeStep,
} from "./input";
import { type ChallengeAction, challengeLifecycle, missingForProposal } from "./lifecycle";
import { challengePolicy } from "./policy";
import { challengesVisibleTo } from "./queries";

type Challenge = typeof challenges.$inferSelect;

/** Fields whose changes the log keeps. The contact is not among them. */
const FIELDS = [
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

/** Saves a new challenge as a draft. Its client is the buyer of the need it comes from, else the proposer's organisation. */
export async function createChallenge(ctx: Context, input: CreateChallenge) {
  const own = actingFor(ctx.actor);
  const proposedBy = personId(ctx.actor) ?? "";
  authorize(ctx.actor, challengePolicy, "create", {
    status: "draft",
    clientId: own?.id ?? "",
    proposedBy,
    openedAt: null,
  });
  refuseUnknown(input);
  return ctx.db.transaction(async (tx) => {
    const clientId = await clientOf(tx, ctx, input);
    const id = v7();
    const fields = fieldsOf(input);
    await tx.insert(challenges).values({ id, ...fields, clientId, proposedBy });
    await recordEvent(tx, ctx, {
      verb: "challenge.drafted",
      subject: { kind: "challenge", id },
      changes: changesOf<Challenge>({}, fields, FIELDS),
    });
    return { id, version: 1 };
  });
}

/** Changes a draft, or one that was returned. */
export async function changeChallenge(ctx: Context, { id, version, ...input }: ChangeChallenge) {
  refuseUnknown(input);
  return act(ctx, { id, version }, "change", async (tx) => {
    const clientId = await clientOf(tx, ctx, input);
    return { ...fieldsOf(input), ...(input.needId ? { clientId } : {}) };
  });
}

/** Hands a complete challenge with its mission test to a second person. */
export const proposeChallenge = (ctx: Context, input: ChallengeStep) =>
  act(ctx, input, "propose", async (_, before) => {
    refuseIncomplete(missingForProposal(before));
    return { assessedBy: null };
  });

/** The second person finds that the challenge serves the mission. */
export const acceptChallenge = (ctx: Context, { reason, ...input }: ReasonedChallengeStep) =>
  act(ctx, input, "accept", async () => ({ assessment: reason, assessedBy: personId(ctx.actor) }));

/** The second person sends it back, with what is to be mended. */
export const returnChallenge = (ctx: Context, { reason, ...input }: ReasonedChallengeStep) =>
  act(ctx, input, "return", async () => ({ assessment: reason, assessedBy: personId(ctx.actor) }));

/** Opens for responses until the deadline, which must lie ahead by the database's clock. */
export const openChallenge = (ctx: Context, input: ChallengeStep) =>
  act(ctx, input, "open", async (tx, before) => {
    refuseIncomplete(missingForProposal(before));
    if (await isPast(tx, before.id)) throw brokenRule("challenges.deadlinePassed");
    return { openedAt: ctx.now };
  });

/** Starts the review, after the deadline by the database's clock and with two reviewers without conflict. */
export const startReview = (ctx: Context, input: ChallengeStep) =>
  act(ctx, input, "startReview", async (tx, before) => {
    if (!(await isPast(tx, before.id))) throw brokenRule("challenges.beforeDeadline");
    const free = await tx.$count(
      challengeReviewers,
      and(eq(challengeReviewers.challengeId, before.id), eq(challengeReviewers.conflict, "none")),
    );
    if (free < 2) throw brokenRule("challenges.twoReviewers");
    return {};
  });

export const cancelChallenge = (ctx: Context, { reason, ...input }: ReasonedChallengeStep) =>
  act(ctx, input, "cancel", async () => ({ assessment: reason }));

/** Asks someone to review. Nobody of the client's own proposer, and nobody twice. */
export async function assignReviewer(ctx: Context, { id, personId: reviewer }: AssignReviewer) {
  return ctx.db.transaction(async (tx) => {
    const challenge = await lock(tx, ctx, id);
    authorize(ctx.actor, challengePolicy, "assignReviewer", challenge);
    if (!["accepted", "open", "under-review"].includes(challenge.status))
      throw new DomainError("wrong-state", "wrongState", { params: { state: challenge.status } });
    if (reviewer === challenge.proposedBy) throw brokenRule("challenges.proposerDoesNotReview");
    const [able] = await tx
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.personId, reviewer), sql`${memberships.roles} @> array['reviewer']::text[]`));
    if (!able) throw brokenRule("challenges.notAReviewer");
    const added = await tx
      .insert(challengeReviewers)
      .values({ challengeId: id, personId: reviewer, assignedBy: personId(ctx.actor)! })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) return { id };
    await recordEvent(tx, ctx, {
      verb: "challenge.reviewer-assigned",
      subject: { kind: "challenge", id },
      changes: { reviewer: { to: reviewer } },
      topics: [`inbox:${reviewer}`],
    });
    return { id };
  });
}

/** A reviewer says, before names are shown, whether there is a conflict of interest. */
export async function declareConflict(ctx: Context, { id, conflict, note }: DeclareConflict) {
  return ctx.db.transaction(async (tx) => {
    const me = personId(ctx.actor) ?? "";
    const mine = and(eq(challengeReviewers.challengeId, id), eq(challengeReviewers.personId, me));
    const before = found((await tx.select().from(challengeReviewers).where(mine).for("update"))[0]);
    // A conflict may come to light later; it cannot be taken back.
    if (before.conflict === "conflict") throw brokenRule("challenges.conflictStands");
    await tx
      .update(challengeReviewers)
      .set({ conflict, conflictNote: note || null, declaredAt: ctx.now })
      .where(mine);
    await recordEvent(tx, ctx, {
      verb: "challenge.conflict-declared",
      subject: { kind: "challenge", id },
      changes: { conflict: { from: before.conflict, to: conflict } },
    });
    return { id };
  });
}

const VERBS: Record<Exclude<ChallengeAction, "select">, string> = {
  change: "challenge.changed",
  propose: "challenge.proposed",
  accept: "challenge.accepted",
  return: "challenge.returned",
  open: "challenge.opened",
  startReview: "challenge.review-started",
  cancel: "challenge.cancelled",
};

async function act(
  ctx: Context,
  { id, version }: ChallengeStep,
  action: Exclude<ChallengeAction, "select">,
  change: (tx: Transaction, before: Challenge) => Promise<Partial<Challenge>>,
) {
  return ctx.db.transaction(async (tx) => {
    const before = await lock(tx, ctx, id);
    authorize(ctx.actor, challengePolicy, action, before);
    const status = transition(challengeLifecycle, before.status, action);
    refuseStale(before, version);
    const after = { ...(await change(tx, before)), status };
    await tx
      .update(challenges)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(eq(challenges.id, id));
    await recordEvent(tx, ctx, {
      verb: VERBS[action],
      subject: { kind: "challenge", id },
      changes: changesOf<Challenge>(before, { ...before, ...after }, FIELDS),
    });
    return { id, version: version + 1 };
  });
}

/** Locks a challenge that the actor may see. */
export async function lock(tx: Transaction, ctx: Context, id: string): Promise<Challenge> {
  const rows = await tx
    .select()
    .from(challenges)
    .where(and(eq(challenges.id, id), challengesVisibleTo(ctx.actor)))
    .for("update");
  return found(rows[0]);
}

async function isPast(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ past: sql<boolean>`coalesce(${challenges.deadline} <= clock_timestamp(), false)` })
    .from(challenges)
    .where(eq(challenges.id, id));
  return row!.past;
}

const fieldsOf = (input: CreateChallenge) => ({
  ...input,
  deadline: input.deadline === null ? null : new Date(input.deadline),
});

async function clientOf(tx: Transaction, ctx: Context, input: CreateChallenge): Promise<string> {
  if (input.programmeId)
    found(
      (
        await tx
          .select({ id: programmes.id })
          .from(programmes)
          .where(and(eq(programmes.id, input.programmeId), programmesVisibleTo(ctx.actor)))
      )[0],
    );
  if (!input.needId) return actingFor(ctx.actor)!.id;
  const [need] = await tx
    .select({ buyerId: needs.buyerId })
    .from(needs)
    .where(and(eq(needs.id, input.needId), needsVisibleTo(ctx.actor)));
  return found(need).buyerId;
}

function refuseUnknown({ theme, ecosystem }: Pick<CreateChallenge, "theme" | "ecosystem">): void {
  if (theme && !region().region.missionThemes.some(({ slug }) => slug === theme))
    throw brokenRule("challenges.unknownTheme");
  if (ecosystem && !listEcosystems().some(({ slug }) => slug === ecosystem))
    throw brokenRule("challenges.unknownEcosystem");
}
