import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { needPublications, ocdsReleases } from "@/db/schema/ocds";
import { env } from "@/env";
import type { Context } from "../core/context";
import { whileUnchanged } from "../core/while-unchanged";
import { type PublicNeed, releaseOf } from "./release";

const AT_ONCE = 1000;

/**
 * Makes a release of each publication that has none yet. The database kept the publications in the transactions of the
 * changes, so it does not matter when this runs, as long as it has before anyone reads; two that run at once make the same.
 */
export const makeReleases = (ctx: Context): Promise<void> =>
  whileUnchanged(ctx, "ocds.makeReleases", async () => {
    while ((await makeSome(ctx)) === AT_ONCE);
  });

async function makeSome({ db }: Context): Promise<number> {
  const release = and(
    eq(ocdsReleases.needId, needPublications.needId),
    eq(ocdsReleases.number, needPublications.number),
  );
  const waiting = await db
    .select({ publication: needPublications, ocid: ocidBefore })
    .from(needPublications)
    .leftJoin(ocdsReleases, release)
    .where(isNull(ocdsReleases.needId))
    .orderBy(asc(needPublications.at), asc(needPublications.needId))
    .limit(AT_ONCE);
  if (waiting.length > 0)
    await db
      .insert(ocdsReleases)
      .values(waiting.map(({ publication, ocid }) => madeOf(publication, ocid ?? undefined)))
      .onConflictDoNothing();
  return waiting.length;
}

/** A process keeps the ocid that it was first published under, also when the prefix is another since. */
const ocidBefore = sql<string | null>`(select first.ocid from ocds_releases first
  where first.need_id = ${needPublications.needId} and first.number = 1)`;

function madeOf(
  { needId, number, at, facts }: typeof needPublications.$inferSelect,
  ocid = `${env.OCDS_PREFIX}-${needId}`,
) {
  const need = facts as PublicNeed | null;
  return {
    needId,
    number,
    at,
    ocid,
    isPublic: need !== null,
    release: releaseOf(need, { ocid, number, at }),
  };
}
