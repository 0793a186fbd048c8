import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { needs } from "@/db/schema/needs";
import { organisations } from "@/db/schema/organisations";
import { env } from "@/env";
import type { Context } from "../core/context";
import { startOfQuarter } from "../core/quarters";
import type { NeedFilters } from "../needs/input";
import { filterNeeds } from "../needs/queries";
import { needsVisibleTo } from "../needs/visible";

const AT_ONCE = 500;

/**
 * The needs of the roadmap that the actor may see, as it shows them with these filters: published or fulfilled, from this
 * quarter on unless another start is asked. A few hundred at a time, so that no file has to fit in memory.
 */
export async function* needsToExport(ctx: Context, filters: NeedFilters, atOnce = AT_ONCE) {
  const from = filters.from ?? startOfQuarter(ctx.now);
  const shown = [
    needsVisibleTo(ctx.actor),
    inArray(needs.status, ["published", "fulfilled"]),
    ...filterNeeds({ ...filters, from }),
  ];
  for (let after: SQL | undefined; ; ) {
    const found = await readSome(ctx, and(...shown, after), atOnce);
    if (found.length > 0) yield found;
    const last = found.at(-1);
    if (found.length < atOnce || !last) return;
    after = sql`(${needs.windowStart}, ${needs.id}) > (${last.windowStart}::date, ${last.id}::uuid)`;
  }
}

export type ExportedNeed = Awaited<ReturnType<typeof readSome>>[number];

const readSome = (ctx: Context, where: SQL | undefined, atOnce: number) =>
  ctx.db
    .select({
      id: needs.id,
      // Without a reference of its buyer, the name that it has for everyone, so that it is known again when it comes back.
      reference: sql<string>`coalesce(${needs.reference}, ${`${env.OCDS_PREFIX}-`}::text || ${needs.id})`,
      title: needs.title,
      description: needs.description,
      language: needs.language,
      cpv: needs.cpv,
      buyer: organisations.name,
      windowStart: needs.windowStart,
      windowEnd: needs.windowEnd,
      valueMinCents: needs.valueMinCents,
      valueMaxCents: needs.valueMaxCents,
      certainty: needs.certainty,
      theme: needs.theme,
      ecosystems: needs.ecosystems,
      place: needs.place,
      procedure: needs.procedure,
      skills: needs.skills,
      questions: needs.questions,
      visibility: needs.visibility,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.buyerId))
    .where(where)
    .orderBy(asc(needs.windowStart), asc(needs.id))
    .limit(atOnce);
