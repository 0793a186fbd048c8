import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { programmeNeeds, programmes } from "@/db/schema/programmes";
import { actingFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { needsVisibleTo } from "../../needs/visible";
import { NEW_PROGRAMME, programmePolicy } from "../policy";
import { summaryOf } from "../summary";
import { programmesVisibleTo, requireVisible } from "../visible";
import { organisation } from "./organisation";

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

/** What a programme is summed up by: the consented needs of these programmes that the actor may see. */
function bundledNeeds(ctx: Context, programmeIds: string[]) {
  return ctx.db
    .select({
      programmeId: programmeNeeds.programmeId,
      windowStart: needs.windowStart,
      windowEnd: needs.windowEnd,
      valueMinCents: needs.valueMinCents,
      valueMaxCents: needs.valueMaxCents,
      buyerId: needs.buyerId,
    })
    .from(programmeNeeds)
    .innerJoin(needs, eq(needs.id, programmeNeeds.needId))
    .where(
      and(
        inArray(programmeNeeds.programmeId, programmeIds),
        inArray(programmeNeeds.status, ["consented", "fixed"]),
        ne(needs.status, "withdrawn"),
        needsVisibleTo(ctx.actor),
      ),
    );
}

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
