import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { ocdsReleases } from "@/db/schema/ocds";
import type { Context } from "../core/context";
import { compiled } from "./compile";
import { makeReleases } from "./reactions";
import type { PlanningRelease } from "./release";

type Wanted = { limit: number; offset: number };

const newest = sql`(select max(l.number) from ocds_releases l where l.need_id = ${ocdsReleases.needId})`;
const isNewest = eq(ocdsReleases.number, newest);
const stillPublic = sql`(select l.is_public from ocds_releases l where l.need_id = ${ocdsReleases.needId}
  order by l.number desc limit 1)`;

/** Every release of a need that may be read; of one that may not any more, only the release that says so. */
const served = or(stillPublic, isNewest)!;

/** Releases in the order in which they were published; `more` when others follow. */
export async function listReleases(ctx: Context, { limit, offset }: Wanted) {
  await makeReleases(ctx);
  const rows = await ctx.db
    .select({ release: ocdsReleases.release })
    .from(ocdsReleases)
    .where(served)
    .orderBy(asc(ocdsReleases.at), asc(ocdsReleases.needId))
    .limit(limit + 1)
    .offset(offset);
  return { releases: releasesOf(rows.slice(0, limit)), more: rows.length > limit };
}

/** Records of needs that may be read, in the order in which they were first published. */
export async function listRecords(ctx: Context, { limit, offset }: Wanted) {
  await makeReleases(ctx);
  const firsts = await ctx.db
    .select({ needId: ocdsReleases.needId })
    .from(ocdsReleases)
    .where(and(eq(ocdsReleases.number, 1), stillPublic))
    .orderBy(asc(ocdsReleases.at), asc(ocdsReleases.needId))
    .limit(limit + 1)
    .offset(offset);
  const shown = firsts.slice(0, limit).map(({ needId }) => needId);
  const rows = await releasesWhere(ctx, inArray(ocdsReleases.needId, shown));
  const records = shown.map((id) => recordOf(rows.filter(({ needId }) => needId === id)));
  return { records, more: firsts.length > limit };
}

/** What was published under an ocid, or null when nothing ever was. */
export async function findRecord(ctx: Context, ocid: string) {
  await makeReleases(ctx);
  const rows = await releasesWhere(ctx, eq(ocdsReleases.ocid, ocid));
  return rows.length > 0 ? recordOf(rows) : null;
}

/** The newest release of each of these needs that may be read; it says all there is to say. In the order of the needs. */
export async function newestReleases(ctx: Context, needIds: readonly string[]): Promise<PlanningRelease[]> {
  await makeReleases(ctx);
  const rows = await ctx.db
    .selectDistinctOn([ocdsReleases.needId])
    .from(ocdsReleases)
    .where(inArray(ocdsReleases.needId, [...needIds]))
    .orderBy(ocdsReleases.needId, desc(ocdsReleases.number));
  const known = new Map(rows.filter(({ isPublic }) => isPublic).map((row) => [row.needId, row]));
  return releasesOf(needIds.flatMap((id) => known.get(id) ?? []));
}

const releasesWhere = (ctx: Context, where: SQL) =>
  ctx.db.select().from(ocdsReleases).where(and(where, served)).orderBy(asc(ocdsReleases.number));

const releasesOf = (rows: { release: unknown }[]) => rows.map(({ release }) => release as PlanningRelease);

function recordOf(rows: { ocid: string; release: unknown }[]) {
  const releases = releasesOf(rows);
  return { ocid: rows[0]!.ocid, releases, compiledRelease: compiled(releases) };
}
