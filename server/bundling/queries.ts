import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { bundleDismissals } from "@/db/schema/bundling";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { type programmeNeeds, programmes } from "@/db/schema/programmes";
import { actingFor } from "../core/actor";
import { authorize } from "../core/command";
import type { Context } from "../core/context";
import { whileUnchanged } from "../core/while-unchanged";
import { needsVisibleTo } from "../needs/visible";
import { requireLead } from "../programmes/visible";
import { configuredSimilarity } from "./configured";
import { nameOfCpv } from "./cpv";
import type { OfProgramme, Suggestions } from "./input";
import { suggestionPolicy } from "./policy";
import type { Comparable, Reasons } from "./similarity";
import { type Apart, type Bundle, bundlesAmong, type Fit, fitsFor } from "./suggest";

const PAGE = 20;
const MOST_FITS = 20;
/** Rows are read in parts, so that making them into objects holds nobody up. */
const PART = 1_000;

const compared = {
  id: needs.id,
  version: needs.version,
  buyerId: needs.buyerId,
  language: needs.language,
  title: needs.title,
  description: needs.description,
  cpv: needs.cpv,
  windowStart: needs.windowStart,
  windowEnd: needs.windowEnd,
  place: needs.place,
  theme: needs.theme,
  ecosystems: needs.ecosystems,
  valueMinCents: needs.valueMinCents,
  valueMaxCents: needs.valueMaxCents,
};

const shown = {
  id: needs.id,
  title: needs.title,
  language: needs.language,
  windowStart: needs.windowStart,
  windowEnd: needs.windowEnd,
  windowPrecision: needs.windowPrecision,
  valueMinCents: needs.valueMinCents,
  valueMaxCents: needs.valueMaxCents,
  certainty: needs.certainty,
  cpv: needs.cpv,
  buyerId: needs.buyerId,
  buyerName: organisations.name,
  isDemonstration: organisations.isDemonstration,
};

/** Needs that could be one programme: published, seen by who asks, and in no programme yet. The best first. */
export async function listSuggestions(ctx: Context, { page }: Suggestions) {
  const own = curatorOf(ctx);
  const bundles = await whileUnchanged(ctx, `bundling:${own}`, async () => {
    const [free, apart] = await Promise.all([readNeeds(ctx, inNoProgramme(own)), readApart(ctx, own)]);
    return bundlesAmong(configuredSimilarity(), free, apart);
  });
  const offered = bundles.slice((page - 1) * PAGE, page * PAGE);
  const byId = await readShown(
    ctx,
    offered.flatMap(({ needIds }) => needIds),
  );
  return {
    suggestions: offered.map((bundle) => described(bundle, byId)),
    count: bundles.length,
    pages: Math.max(1, Math.ceil(bundles.length / PAGE)),
  };
}

export type SuggestionList = Awaited<ReturnType<typeof listSuggestions>>;
export type Suggestion = SuggestionList["suggestions"][number];
export type SuggestedNeed = Suggestion["needs"][number];

/** Needs that fit a programme of the organisation acted for and were never asked for it. The best first. */
export async function listFits(ctx: Context, { programmeId }: OfProgramme) {
  const own = curatorOf(ctx);
  const programme = await requireLead(ctx, programmeId);
  const fits = await whileUnchanged(ctx, `bundling:${own}:${programmeId}`, async () => {
    const [held, free, refused] = await Promise.all([
      readNeeds(ctx, linkedTo(programmeId, ["proposed", "consented", "fixed"])),
      readNeeds(ctx, sql`not ${linkedTo(programmeId)}`),
      readDismissedFor(ctx, own, programmeId),
    ]);
    const candidates = free.filter(({ id }) => !refused.has(id));
    return (await fitsFor(configuredSimilarity(), comparable(programme), held, candidates)).slice(
      0,
      MOST_FITS,
    );
  });
  const byId = await readShown(
    ctx,
    fits.map(({ needId }) => needId),
  );
  return fits.flatMap(({ needId, score, reasons }: Fit) => {
    const need = byId.get(needId);
    return need ? [{ need, score, reasons: named(reasons) }] : [];
  });
}

export type NeedFit = Awaited<ReturnType<typeof listFits>>[number];

/** What the organisation acted for dismissed, the newest first, so that it can be undone. */
export async function listDismissals(ctx: Context) {
  const own = curatorOf(ctx);
  const rows = await ctx.db
    .select({
      id: bundleDismissals.id,
      needIds: bundleDismissals.needIds,
      dismissedAt: bundleDismissals.dismissedAt,
      programmeId: bundleDismissals.programmeId,
      programmeTitle: programmes.title,
      programmeLanguage: programmes.language,
    })
    .from(bundleDismissals)
    .leftJoin(programmes, eq(programmes.id, bundleDismissals.programmeId))
    .where(and(eq(bundleDismissals.organisationId, own), isNull(bundleDismissals.undoneAt)))
    .orderBy(desc(bundleDismissals.dismissedAt), desc(bundleDismissals.id))
    .limit(100);
  const byId = await readShown(
    ctx,
    rows.flatMap(({ needIds }) => needIds),
  );
  return rows.map(({ needIds, ...row }) => ({
    ...row,
    needs: needIds
      .flatMap((id) => byId.get(id) ?? [])
      .map(({ id, title, language }) => ({ id, title, language })),
  }));
}

export type Dismissal = Awaited<ReturnType<typeof listDismissals>>[number];

/** The organisation that a curator acts for. */
function curatorOf(ctx: Context): string {
  const organisationId = actingFor(ctx.actor)?.id ?? "";
  authorize(ctx.actor, suggestionPolicy, "read", { organisationId });
  return organisationId;
}

/**
 * No buyer agreed to bundle it, and the own organisation did not ask for it. What another lead asks for is between that
 * lead and the buyer: it changes nothing here.
 */
const inNoProgramme = (own: string) => sql`not exists (
  select 1 from programme_needs l join programmes p on p.id = l.programme_id
  where l.need_id = ${needs.id} and p.status <> 'closed'
    and ((p.lead_id = ${own} and l.status in ('proposed', 'consented', 'fixed'))
      or (p.status = 'published' and l.status in ('consented', 'fixed'))))`;

const linkedTo = (
  programmeId: string,
  states?: (typeof programmeNeeds.$inferSelect)["status"][],
) => sql`exists (
  select 1 from programme_needs l where l.need_id = ${needs.id} and l.programme_id = ${programmeId}
    ${states ? sql`and l.status in ${states}` : sql``})`;

/** Published needs that the actor may see. */
async function readNeeds(ctx: Context, where: SQL): Promise<Comparable[]> {
  const all: Comparable[] = [];
  for (let last: string | null = null; ; last = all.at(-1)!.id) {
    const part = await ctx.db
      .select(compared)
      .from(needs)
      .where(
        and(
          eq(needs.status, "published"),
          needsVisibleTo(ctx.actor),
          where,
          last ? gt(needs.id, last) : undefined,
        ),
      )
      .orderBy(asc(needs.id))
      .limit(PART);
    all.push(...part);
    if (part.length < PART) return all;
  }
}

async function readShown(ctx: Context, ids: string[]) {
  const rows = await ctx.db
    .select(shown)
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(and(inArray(needs.id, ids), needsVisibleTo(ctx.actor)));
  return new Map(rows.map((row) => [row.id, row]));
}

async function readApart(ctx: Context, own: string): Promise<Apart> {
  const apart = new Map<string, Set<string>>();
  for (const needIds of await readDismissed(ctx, own, isNull(bundleDismissals.programmeId)))
    for (const id of needIds) apart.set(id, new Set([...(apart.get(id) ?? []), ...needIds]));
  return (a, b) => apart.get(a)?.has(b) ?? false;
}

async function readDismissedFor(ctx: Context, own: string, programmeId: string): Promise<Set<string>> {
  return new Set((await readDismissed(ctx, own, eq(bundleDismissals.programmeId, programmeId))).flat());
}

async function readDismissed(ctx: Context, own: string, where: SQL): Promise<string[][]> {
  const rows = await ctx.db
    .select({ needIds: bundleDismissals.needIds })
    .from(bundleDismissals)
    .where(and(eq(bundleDismissals.organisationId, own), isNull(bundleDismissals.undoneAt), where));
  return rows.map(({ needIds }) => needIds);
}

const comparable = (programme: Awaited<ReturnType<typeof requireLead>>): Comparable => ({
  ...programme,
  buyerId: programme.leadId,
  cpv: null,
  windowStart: null,
  windowEnd: null,
  place: "",
  valueMinCents: null,
  valueMaxCents: null,
});

const named = (reasons: Reasons) => ({ ...reasons, cpvName: reasons.cpv ? nameOfCpv(reasons.cpv) : null });

export type NamedReasons = ReturnType<typeof named>;

type Shown = Awaited<ReturnType<typeof readShown>> extends Map<string, infer Row> ? Row : never;

function described({ needIds, score, reasons }: Bundle, byId: ReadonlyMap<string, Shown>) {
  const members = needIds
    .flatMap((id) => byId.get(id) ?? [])
    .sort((a, b) => (a.windowStart! < b.windowStart! ? -1 : 1));
  const total = (field: "valueMinCents" | "valueMaxCents") =>
    members.reduce((sum, need) => sum + (need[field] ?? 0), 0);
  return {
    key: needIds[0]!,
    score,
    reasons: named(reasons),
    needs: members,
    buyers: [...new Set(members.map(({ buyerName }) => buyerName))],
    valueMinCents: total("valueMinCents"),
    valueMaxCents: total("valueMaxCents"),
    start: members.map(({ windowStart }) => windowStart!).sort()[0] ?? null,
    end:
      members
        .map(({ windowEnd }) => windowEnd!)
        .sort()
        .at(-1) ?? null,
  };
}
