import { and, asc, desc, eq, gte, isNotNull, lte, ne, type SQL, sql } from "drizzle-orm";
import { needInvitations, needSlips, needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { actingFor, holdsUnverified } from "../core/actor";
import type { Context } from "../core/context";
import { found } from "../core/errors";
import { asQuery, speaksOf } from "../core/full-text";
import { abilitiesOf } from "../core/policy";
import { keyFor, whileUnchanged } from "../core/while-unchanged";
import { getWords } from "../regions/queries";
import { cpvOf, suggestCpv } from "./cpv";
import type { ListNeeds, NeedFilters, Suggest } from "./input";
import { missingForPublication, needLifecycle } from "./lifecycle";
import { needPolicy } from "./policy";
import { byLikeNeeds, byName } from "./suggestions";
import { needsVisibleTo } from "./visible";
import { stemsIn } from "./words";

const buyer = {
  id: organisations.id,
  name: organisations.name,
  kind: organisations.kind,
  isDemonstration: organisations.isDemonstration,
};

export function filterNeeds(filter: NeedFilters): (SQL | undefined)[] {
  return [
    filter.q ? speaksOf(needs.search, filter.q) : undefined,
    filter.theme ? eq(needs.theme, filter.theme) : undefined,
    filter.ecosystem ? sql`${needs.ecosystems} @> array[${filter.ecosystem}]::text[]` : undefined,
    filter.buyerKind ? eq(organisations.kind, filter.buyerKind) : undefined,
    filter.certainty ? eq(needs.certainty, filter.certainty) : undefined,
    filter.valueFrom === undefined ? undefined : gte(needs.valueMaxCents, filter.valueFrom),
    filter.from ? gte(needs.windowEnd, filter.from) : undefined,
    filter.until ? lte(needs.windowStart, filter.until) : undefined,
  ];
}

/**
 * Needs the actor may see, by start of their window; with the number of all that match, which is counted again only when
 * something happened, so that a page of many needs costs no more than one of few.
 */
export async function listNeeds(ctx: Context, { page, pageSize, ...asked }: ListNeeds) {
  const own = actingFor(ctx.actor)?.id ?? null;
  const filters = and(
    needsVisibleTo(ctx.actor),
    asked.mine ? sql`${needs.buyerId} = ${own}::uuid` : ne(needs.status, "withdrawn"),
    ...filterNeeds(asked),
  );
  const key = keyFor(ctx, "needs", asked);
  const [rows, total] = await Promise.all([
    ctx.db
      .select({
        id: needs.id,
        title: needs.title,
        language: needs.language,
        windowStart: needs.windowStart,
        windowEnd: needs.windowEnd,
        windowPrecision: needs.windowPrecision,
        valueMinCents: needs.valueMinCents,
        valueMaxCents: needs.valueMaxCents,
        certainty: needs.certainty,
        theme: needs.theme,
        ecosystems: needs.ecosystems,
        status: needs.status,
        visibility: needs.visibility,
        buyer,
      })
      .from(needs)
      .innerJoin(organisations, eq(organisations.id, needs.buyerId))
      .where(filters)
      .orderBy(asc(needs.windowStart), asc(needs.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    whileUnchanged(ctx, key, async () => {
      const [counted] = await ctx.db
        .select({ total: sql<number>`count(*)::int` })
        .from(needs)
        .innerJoin(organisations, eq(organisations.id, needs.buyerId))
        .where(filters);
      return counted!.total;
    }),
  ]);
  return { needs: rows, total, mayCreate: own !== null && holdsUnverified(ctx.actor, "buyer") };
}

/** A need with its buyer, its slips, and what may be done with it. The contact is for who is signed in. */
export async function getNeed(ctx: Context, { id }: { id: string }) {
  const row = found(
    (
      await ctx.db
        .select({ need: needs, buyer })
        .from(needs)
        .innerJoin(organisations, eq(organisations.id, needs.buyerId))
        .where(and(eq(needs.id, id), needsVisibleTo(ctx.actor)))
    )[0],
  );
  const [slips, invited] = await Promise.all([
    ctx.db.select().from(needSlips).where(eq(needSlips.needId, id)).orderBy(desc(needSlips.movedAt)),
    ctx.db
      .select({ id: organisations.id, name: organisations.name })
      .from(needInvitations)
      .innerJoin(organisations, eq(organisations.id, needInvitations.organisationId))
      .where(eq(needInvitations.needId, id)),
  ]);
  const { search: _, contact, ...need } = row.need;
  const isOwn = actingFor(ctx.actor)?.id === need.buyerId;
  return {
    ...need,
    cpvName: (need.cpv && cpvOf(need.cpv)?.name) || null,
    contact: ctx.actor.kind === "visitor" ? "" : contact,
    buyer: row.buyer,
    isOwn,
    slips: slips.map(({ movedBy: _by, ...slip }) => slip),
    invited: isOwn ? invited : [],
    missing: isOwn ? missingForPublication({ ...need, invitedCount: invited.length }) : [],
    abilities: abilitiesOf(needPolicy, needLifecycle, ctx.actor, need),
  };
}

export type Need = Awaited<ReturnType<typeof getNeed>>;

/** Organisations that a need can be shown to by invitation: verified, and not the buyer's own. */
export function listInvitable(ctx: Context) {
  const own = actingFor(ctx.actor)?.id ?? null;
  return ctx.db
    .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(and(isNotNull(organisations.verifiedAt), sql`${organisations.id} is distinct from ${own}::uuid`))
    .orderBy(asc(organisations.name))
    .limit(500);
}

const LIKE_NEEDS = 30;

/**
 * Theme, ecosystems and codes that fit what a buyer writes, each with why: words shared with its name, or with needs
 * that the buyer may see and that have it.
 */
export async function suggestWords(ctx: Context, { title, description, language }: Suggest) {
  const text = `${title} ${description}`.trim();
  const stems = stemsIn(text, language);
  if (stems.size === 0) return { themes: [], ecosystems: [], cpv: [] };
  const { missionThemes, ecosystems } = getWords();
  const like = await needsLike(ctx, [...stems.values()]);
  return {
    themes: byName(
      missionThemes,
      text,
      byLikeNeeds(like, ({ theme }) => (theme ? [theme] : []), text),
      1,
    ),
    ecosystems: byName(
      ecosystems,
      text,
      byLikeNeeds(like, (need) => need.ecosystems, text),
      2,
    ),
    cpv: suggestCpv(text),
  };
}

function needsLike(ctx: Context, words: string[]) {
  const any = words.slice(0, 40).join(" or ");
  return ctx.db
    .select({
      title: needs.title,
      description: needs.description,
      language: needs.language,
      theme: needs.theme,
      ecosystems: needs.ecosystems,
      rank: sql<number>`ts_rank(${needs.search}, ${asQuery(any)})`.as("rank"),
    })
    .from(needs)
    .where(and(needsVisibleTo(ctx.actor), ne(needs.status, "withdrawn"), speaksOf(needs.search, any)))
    .orderBy(desc(sql`rank`))
    .limit(LIKE_NEEDS);
}
