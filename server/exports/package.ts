import { Readable } from "node:stream";
import { visitor } from "../core/actor";
import type { Context } from "../core/context";
import type { NeedFilters } from "../needs/input";
import { newestReleases } from "../ocds/queries";
import { releasePackage } from "../open-data/ocds";
import { needsToExport } from "./queries";

/**
 * The needs that anyone may see, as one OCDS release package with the newest release of each: each says all there is to
 * say of its need.
 * @param uri where the package was asked
 */
export function packageOf(ctx: Context, filters: NeedFilters, uri: string): Readable {
  const { releases: _, ...wrapping } = releasePackage(uri, []);
  const head = JSON.stringify({ ...wrapping, publishedDate: ctx.now.toISOString() });
  return Readable.from(written({ ...ctx, actor: visitor }, filters, head));
}

async function* written(ctx: Context, filters: NeedFilters, head: string) {
  yield `${head.slice(0, -1)},"releases":[`;
  let separator = "\n";
  for await (const needs of needsToExport(ctx, filters)) {
    const ids = needs.map(({ id }) => id);
    for (const release of await newestReleases(ctx, ids)) {
      yield separator + JSON.stringify(release);
      separator = ",\n";
    }
  }
  yield "\n]}\n";
}
