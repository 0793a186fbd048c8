import { and, asc, eq, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { ConsentState, ProgrammeState } from "@/db/enums";
import { interventions } from "@/db/schema/interventions";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { pledges, programmeInterventions, programmeNeeds, programmes } from "@/db/schema/programmes";
import { type Actor, actingFor } from "../core/actor";
import { authorize, transition } from "../core/command";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { type Abilities, abilitiesOf } from "../core/policy";
import { needsVisibleTo } from "../needs/visible";
import { demandByYear, skillDemand } from "./demand";
import {
  type ConsentAction,
  consentAt,
  consentLifecycle,
  missingForPublication,
  pledgeLifecycle,
  programmeLifecycle,
  remindableFrom,
} from "./lifecycle";
import { type ConsentRow, consentPolicy, NEW_PROGRAMME, pledgePolicy, programmePolicy } from "./policy";
import { summaryOf } from "./summary";

const organisation = {
  id: organisations.id,
  name: organisations.name,
  kind: organisations.kind,
  isDemonstration: organisations.isDemonstration,
};

/** The twin of the policy's `read`: a condition on programmes. */
export function programmesVisibleTo(actor: Actor): SQL {
  const own = actingFor(actor);
  const shown = isNotNull(programmes.publishedAt);
  if (!own) return shown;
  const asked = sql`exists (select 1 from programme_needs p join needs n on n.id = p.need_id
    where p.programme_id = ${programmes.id} and n.buyer_id = ${own.id})`;
  return or(shown, eq(programmes.leadId, own.id), asked)!;
}

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

function consentAbilities(ctx: Context, programme: ProgrammeState, row: Linked): Abilities<ConsentAction> {
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
const askedOf = ({ askedStart, askedEnd, askedReason }: Asked) =>
  askedStart && askedEnd ? { windowStart: askedStart, windowEnd: askedEnd, reason: askedReason } : null;

const isAgreed = (status: ConsentState | "expired") => status === "consented" || status === "fixed";

const counted = inArray(programmeNeeds.status, ["consented", "fixed"]);

const bundled = {
  programmeId: programmeNeeds.programmeId,
  id: needs.id,
  title: needs.title,
  language: needs.language,
  windowStart: needs.windowStart,
  windowEnd: needs.windowEnd,
  windowPrecision: needs.windowPrecision,
  valueMinCents: needs.valueMinCents,
  valueMaxCents: needs.valueMaxCents,
  certainty: needs.certainty,
  buyerId: needs.buyerId,
  buyerName: organisations.name,
};

/** Consented needs of these programmes that the actor may see. */
export function bundledNeeds(ctx: Context, programmeIds: string[], ...also: (SQL | undefined)[]) {
  return ctx.db
    .select(bundled)
    .from(programmeNeeds)
    .innerJoin(needs, eq(needs.id, programmeNeeds.needId))
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(
      and(
        inArray(programmeNeeds.programmeId, programmeIds),
        counted,
        ne(needs.status, "withdrawn"),
        needsVisibleTo(ctx.actor),
        ...also,
      ),
    )
    .orderBy(asc(needs.windowStart), asc(needs.id));
}

export async function listProgrammes(ctx: Context, { mine }: { mine: boolean }) {
  const own = actingFor(ctx.actor)?.id ?? null;
  const rows = await ctx.db
    .select({ programme: programmes, lead: organisation })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.leadId))
    .where(and(programmesVisibleTo(ctx.actor), mine ? sql`${programmes.leadId} = ${own}::uuid` : undefined))
    .orderBy(asc(programmes.title));
  const inside = await bundledNeeds(
    ctx,
    rows.map(({ programme }) => programme.id),
  );
  return {
    programmes: rows.map(({ programme: { search: _, ...programme }, lead }) => ({
      ...programme,
      lead,
      summary: summaryOf(inside.filter(({ programmeId }) => programmeId === programme.id)),
    })),
    mayCreate: programmePolicy.rules.create.allows(ctx.actor, NEW_PROGRAMME),
  };
}

type Reading = Pick<Context, "actor"> & { db: Pick<Context["db"], "select"> };

/** A programme that the actor may see. @throws DomainError "not-found" */
export async function requireVisible({ db, actor }: Reading, id: string) {
  const [row] = await db
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), programmesVisibleTo(actor)));
  const { search: _, ...programme } = found(row);
  return programme;
}

/**
 * A programme of which the organisation acted for may ask for needs.
 * @throws DomainError when it does not exist, is not theirs, or is closed
 */
export async function requireLead(ctx: Reading, id: string) {
  const programme = await requireVisible(ctx, id);
  authorize(ctx.actor, programmePolicy, "propose", programme);
  transition(programmeLifecycle, programme.status, "propose");
  return programme;
}

/** A programme with its needs and their consent, its pledges, its interventions, and what may be done. */
export async function getProgramme(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ programme: programmes, lead: organisation })
        .from(programmes)
        .innerJoin(organisations, eq(organisations.id, programmes.leadId))
        .where(and(eq(programmes.id, id), programmesVisibleTo(ctx.actor)))
    )[0],
  );
  const { search: _, ...programme } = row.programme;
  const own = actingFor(ctx.actor)?.id ?? null;
  const isLead = own === programme.leadId;
  const [links, offered, working] = await Promise.all([
    ctx.db
      .select({ link: programmeNeeds, need: needs, buyer: organisation })
      .from(programmeNeeds)
      .innerJoin(needs, eq(needs.id, programmeNeeds.needId))
      .innerJoin(organisations, eq(organisations.id, needs.buyerId))
      .where(and(eq(programmeNeeds.programmeId, id), needsVisibleTo(ctx.actor)))
      .orderBy(asc(needs.windowStart), asc(needs.id)),
    ctx.db
      .select({ pledge: pledges, organisation })
      .from(pledges)
      .innerJoin(organisations, eq(organisations.id, pledges.organisationId))
      .where(and(eq(pledges.programmeId, id), eq(pledges.status, "offered")))
      .orderBy(asc(pledges.yearFrom), asc(pledges.id)),
    ctx.db
      .select({
        id: interventions.id,
        title: interventions.title,
        language: interventions.language,
        element: interventions.element,
        ecosystem: interventions.ecosystem,
        status: interventions.status,
      })
      .from(programmeInterventions)
      .innerJoin(interventions, eq(interventions.id, programmeInterventions.interventionId))
      .where(eq(programmeInterventions.programmeId, id)),
  ]);
  // What was asked and not agreed is between the lead and that buyer.
  const shown = links.filter(({ link, need }) => isAgreed(link.status) || isLead || need.buyerId === own);
  const agreed = shown
    .filter(({ link, need }) => isAgreed(link.status) && need.status !== "withdrawn")
    .map(({ need }) => need);
  const pledged = offered.map(({ pledge }) => pledge);
  return {
    ...programme,
    lead: row.lead,
    isLead,
    needs: shown.map(({ link, need: { search: _s, contact: _c, ...need }, buyer }) => ({
      ...need,
      buyer,
      consent: {
        status: consentAt(link, ctx.now),
        reason: link.reason,
        version: link.version,
        proposedAt: link.proposedAt,
        answerBy: link.answerBy,
        remindedAt: link.remindedAt,
        fixAllowed: link.fixAllowed,
        asked: isLead || need.buyerId === own ? askedOf(link) : null,
        decidedAt: link.decidedAt,
        abilities: consentAbilities(ctx, programme.status, {
          ...link,
          status: consentAt(link, ctx.now),
          leadId: programme.leadId,
          buyerId: need.buyerId,
        }),
      },
    })),
    summary: summaryOf(agreed),
    years: demandByYear(agreed, pledged),
    skills: skillDemand(agreed, pledged),
    pledges: offered.map(({ pledge, organisation: by }) => ({
      ...pledge,
      organisation: by,
      abilities: abilitiesOf(pledgePolicy, pledgeLifecycle, ctx.actor, pledge),
    })),
    interventions: working,
    missing: isLead ? missingForPublication(programme) : [],
    abilities: abilitiesOf(programmePolicy, programmeLifecycle, ctx.actor, programme),
  };
}

export type Programme = Awaited<ReturnType<typeof getProgramme>>;

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

/** Published programmes that work on an element of an ecosystem. */
export function programmesOnCell(
  ctx: Context,
  { ecosystem, element }: { ecosystem: string; element: string },
) {
  return ctx.db
    .select({
      id: programmes.id,
      title: programmes.title,
      language: programmes.language,
      status: programmes.status,
    })
    .from(programmes)
    .where(
      and(
        programmesVisibleTo(ctx.actor),
        sql`${programmes.ecosystems} @> array[${ecosystem}]::text[]`,
        sql`${programmes.elements} @> array[${element}]::text[]`,
      ),
    )
    .orderBy(asc(programmes.title));
}

/** Needs that could be asked for a programme: published, visible to the lead, not yet in it. */
export async function listProposable(ctx: Context, { id }: { id: string }) {
  const programme = await requireVisible(ctx, id);
  return ctx.db
    .select({ id: needs.id, title: needs.title, buyerName: organisations.name, theme: needs.theme })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(
      and(
        needsVisibleTo(ctx.actor),
        eq(needs.status, "published"),
        sql`not exists (select 1 from programme_needs p where p.need_id = ${needs.id} and p.programme_id = ${id} and p.status in ('proposed', 'consented', 'fixed'))`,
      ),
    )
    .orderBy(sql`${needs.theme} is distinct from ${programme.theme}`, asc(needs.windowStart))
    .limit(200);
}
