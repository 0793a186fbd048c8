import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { challenges } from "@/db/schema/challenges";
import { needs } from "@/db/schema/needs";
import { programmes } from "@/db/schema/programmes";
import { actingFor, personId } from "../../core/actor";
import { authorize, refuseIncomplete } from "../../core/command";
import type { Context, Transaction } from "../../core/context";
import { brokenRule, found } from "../../core/errors";
import { changesOf, recordEvent } from "../../core/events";
import { needsVisibleTo } from "../../needs/visible";
import { programmesVisibleTo } from "../../programmes/visible";
import { listEcosystems } from "../../regions/queries";
import { region } from "../../regions/region";
import type { ChallengeStep, ChangeChallenge, CreateChallenge, ReasonedChallengeStep } from "../input";
import { missingForProposal } from "../lifecycle";
import { challengePolicy } from "../policy";
import { act, type Challenge, FIELDS, isPast } from "./act";

/** Saves a new challenge as a draft. Its client is the buyer of the need it comes from, else the proposer's organisation. */
export async function createChallenge(ctx: Context, input: CreateChallenge) {
  const proposedBy = personId(ctx.actor) ?? "";
  authorize(ctx.actor, challengePolicy, "create", {
    status: "draft",
    clientId: actingFor(ctx.actor)?.id ?? "",
    proposedBy,
    openedAt: null,
  });
  refuseUnknown(input);
  return ctx.db.transaction(async (tx) => {
    const clientId = (await clientOf(tx, ctx, input)) ?? actingFor(ctx.actor)!.id;
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
  return act(ctx, { id, version }, "change", async (tx, before) => ({
    ...fieldsOf(input),
    clientId: (await clientOf(tx, ctx, input)) ?? before.clientId,
  }));
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

export const cancelChallenge = (ctx: Context, { reason, ...input }: ReasonedChallengeStep) =>
  act(ctx, input, "cancel", async () => ({ assessment: reason }));

const fieldsOf = (input: CreateChallenge) => ({
  ...input,
  deadline: input.deadline === null ? null : new Date(input.deadline),
});

/** The buyer of the need that it is linked to, or null without one. What it is linked to must be visible to the actor. */
async function clientOf(tx: Transaction, ctx: Context, input: CreateChallenge): Promise<string | null> {
  if (input.programmeId) {
    const [programme] = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(eq(programmes.id, input.programmeId), programmesVisibleTo(ctx.actor)));
    found(programme);
  }
  if (!input.needId) return null;
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
