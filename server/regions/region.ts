import { join } from "node:path";
import { loadRegionPack } from "@/db/regions/load";
import type { RegionPack } from "@/db/regions/schema";
import { env } from "@/env";

let pack: RegionPack | undefined;

/** The pack of the region this deployment serves: BUNDEL_REGION is its folder's name, or a path to one. */
export function region(): RegionPack {
  pack ??= loadRegionPack(regionFolder());
  return pack;
}

export const regionFolder = () =>
  env.BUNDEL_REGION.includes("/")
    ? env.BUNDEL_REGION
    : join(process.cwd(), "db", "regions", env.BUNDEL_REGION);
