import { and, asc, eq } from "drizzle-orm";
import type { ConsentState, ProgrammeState } from "@/db/enums";
import { needs } from "@/db/schema/needs";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { actingFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { type Abilities, abilitiesOf } from "../../core/policy";
import { needsVisibleTo } from "../../needs/visible";
import { type ConsentAction, consentAt, consentLifecycle, remindableFrom } from "../lifecycle";
import { type ConsentRow, consentPolicy } from "../policy";
import { programmesVisibleTo } from "../visible";

/** Programmes that asked for a need: agreed ones for who sees the need, the others for the lead and the buyer. */
export async function programmesOfNeed(ctx: Context, { id }: { id: string }) {
  const own = actingFor(ctx.actor)?.id ?? null;
  const rows = await ctx.db
    .select({
      id: programmes.id,
      title: programmes.title,
      language: programmes.language,
      programmeStatus: programmes.status,
      leadId: programmes.leadId,
      buyerId: needs.buyerId,
      status: programmeNeeds.status,
      reason: programmeNeeds.reason,
      proposedAt: programmeNeeds.proposedAt,
      answerBy: programmeNeeds.answerBy,
      remindedAt: programmeNeeds.remindedAt,
      fixAllowed: programmeNeeds.fixAllowed,
      askedStart: programmeNeeds.askedStart,
      askedEnd: programmeNeeds.askedEnd,
      askedReason: programmeNeeds.askedReason,
      version: programmeNeeds.version,
    })
    .from(programmeNeeds)
    .innerJoin(needs, eq(needs.id, programmeNeeds.needId))
    .innerJoin(programmes, eq(programmes.id, programmeNeeds.programmeId))
    .where(and(eq(needs.id, id), needsVisibleTo(ctx.actor), programmesVisibleTo(ctx.actor)))
    .orderBy(asc(programmes.title));
  return rows
    .filter(({ status, leadId, buyerId }) => isAgreed(status) || own === leadId || own === buyerId)
    .map((row) => ({ ...row, status: consentAt(row, ctx.now) }))
    .map(({ askedStart, askedEnd, askedReason, ...row }) => ({
      ...row,
      asked:
        own === row.leadId || own === row.buyerId ? askedOf({ askedStart, askedEnd, askedReason }) : null,
      abilities: consentAbilities(ctx, row.programmeStatus, { ...row, askedStart }),
    }));
}

export type NeedProgramme = Awaited<ReturnType<typeof programmesOfNeed>>[number];

/** In a closed programme nothing is agreed any more. */
const CLOSED = Object.fromEntries(
  Object.keys(consentPolicy.rules).map((action) => [
    action,
    { can: false, why: "state.closed", by: "lifecycle" },
  ]),
) as Abilities<keyof typeof consentPolicy.rules>;

type Linked = ConsentRow & {
  proposedAt: Date;
  remindedAt: Date | null;
  fixAllowed: boolean;
  askedStart: string | null;
};

/** What the actor can say about a need in a programme. */
export function consentAbilities(
  ctx: Context,
  programme: ProgrammeState,
  row: Linked,
): Abilities<ConsentAction> {
  if (programme === "closed") return CLOSED;
  const abilities = abilitiesOf(consentPolicy, consentLifecycle, ctx.actor, row);
  if (abilities.remind.can && ctx.now < remindableFrom(row))
    abilities.remind = { can: false, why: "programmes.remindedLately", by: "lifecycle" };
  if (abilities.allowFix.can && row.fixAllowed)
    abilities.allowFix = { can: false, why: "programmes.fixAllowedBefore", by: "lifecycle" };
  if (row.askedStart === null) {
    const none = { can: false, why: "programmes.noWindowAsked", by: "lifecycle" } as const;
    if (abilities.acceptWindow.can) abilities.acceptWindow = none;
    if (abilities.declineWindow.can) abilities.declineWindow = none;
  }
  return abilities;
}

type Asked = { askedStart: string | null; askedEnd: string | null; askedReason: string | null };

/** The window that the lead asks the buyer for: between those two. */
export const askedOf = ({ askedStart, askedEnd, askedReason }: Asked) =>
  askedStart && askedEnd ? { windowStart: askedStart, windowEnd: askedEnd, reason: askedReason } : null;

export const isAgreed = (status: ConsentState | "expired") => status === "consented" || status === "fixed";
