import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { decisions, funds } from "@/db/schema/funding";
import { interventionPartners, interventions } from "@/db/schema/interventions";
import { organisations } from "@/db/schema/organisations";
import { actingFor } from "../../core/actor";
import type { Context } from "../../core/context";
import { allows } from "../../core/policy";
import type { Purposes } from "../input";
import { fundPolicy } from "../policy";

export type Purpose = {
  kind: "selection" | "intervention";
  id: string;
  title: string;
  language: "nl" | "en";
  /** Who is known to take part already. */
  parties: string[];
};

/** What the organisation acted for may ask money for, and of which funds: selections of its responses, interventions it owns or is partner of. */
export async function listPurposes(ctx: Context, wanted: Purposes) {
  const own = actingFor(ctx.actor);
  if (!own || !allows(fundPolicy, ctx.actor, "apply", { status: "open", ownerId: "" }))
    return { purposes: [], funds: [], mayApply: false };
  const isOne = wanted.decisionId ?? wanted.responseId ?? wanted.interventionId;
  const purposes = [
    ...(isOne && wanted.interventionId ? [] : await selectionsOf(ctx, own, wanted)),
    ...(isOne && !wanted.interventionId ? [] : await interventionsOf(ctx, own, wanted)),
  ];
  const open = await ctx.db
    .select({
      id: funds.id,
      name: funds.name,
      language: funds.language,
      conditions: funds.conditions,
      minimumParties: funds.minimumParties,
      leftCents: sql<number>`(${funds.budgetCents} - ${funds.promisedCents})::float8`,
    })
    .from(funds)
    .where(eq(funds.status, "open"))
    .orderBy(asc(funds.name));
  return { purposes, funds: open, mayApply: true };
}

type Own = { id: string; name: string };

async function selectionsOf(ctx: Context, own: Own, wanted: Purposes): Promise<Purpose[]> {
  const rows = await ctx.db
    .select({
      id: decisions.id,
      title: decisions.title,
      language: decisions.language,
      client: organisations.name,
    })
    .from(decisions)
    .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
    .where(
      and(
        eq(decisions.kind, "selection"),
        eq(decisions.beneficiaryId, own.id),
        wanted.decisionId ? eq(decisions.id, wanted.decisionId) : undefined,
        wanted.responseId ? eq(decisions.responseId, wanted.responseId) : undefined,
        sql`not exists (select 1 from applications a where a.response_id = ${decisions.responseId}
          and a.status not in ('refused', 'withdrawn'))`,
      ),
    )
    .orderBy(asc(decisions.number));
  return rows.map(({ client, ...row }) => ({ ...row, kind: "selection", parties: [own.name, client] }));
}

async function interventionsOf(ctx: Context, own: Own, wanted: Purposes): Promise<Purpose[]> {
  const isPartner = sql`exists (select 1 from ${interventionPartners} where
    ${interventionPartners.interventionId} = ${interventions.id} and ${interventionPartners.organisationId} = ${own.id})`;
  const rows = await ctx.db
    .select({ id: interventions.id, title: interventions.title, language: interventions.language })
    .from(interventions)
    .where(
      and(
        or(eq(interventions.ownerId, own.id), isPartner),
        inArray(interventions.status, ["planned", "running"]),
        wanted.interventionId ? eq(interventions.id, wanted.interventionId) : undefined,
      ),
    )
    .orderBy(asc(interventions.startsOn), asc(interventions.id));
  const involved = await partiesOf(ctx, rows);
  return rows.map((row) => ({
    ...row,
    kind: "intervention",
    parties: [...new Set([own.name, ...(involved.get(row.id) ?? [])])],
  }));
}

async function partiesOf(ctx: Context, rows: { id: string }[]) {
  const names = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
  if (rows.length === 0) return names;
  const ids = rows.map(({ id }) => id);
  const [owners, partners] = await Promise.all([
    ctx.db
      .select({ of: interventions.id, name: organisations.name })
      .from(interventions)
      .innerJoin(organisations, eq(organisations.id, interventions.ownerId))
      .where(inArray(interventions.id, ids)),
    ctx.db
      .select({ of: interventionPartners.interventionId, name: organisations.name })
      .from(interventionPartners)
      .innerJoin(organisations, eq(organisations.id, interventionPartners.organisationId))
      .where(inArray(interventionPartners.interventionId, ids))
      .orderBy(asc(organisations.name)),
  ]);
  for (const { of, name } of [...owners, ...partners]) names.get(of)?.push(name);
  return names;
}
