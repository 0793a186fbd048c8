import type { Missing } from "../core/lifecycle";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { cpvOf } from "./cpv";
import type { CreateNeed } from "./input";

/** What a need names that no list holds: mission themes and ecosystems of the region, codes of CPV. */
export function unknownIn({ theme, ecosystems, cpv }: Pick<CreateNeed, "theme" | "ecosystems" | "cpv">) {
  const unknown: Missing[] = [];
  if (theme && !region().region.missionThemes.some(({ slug }) => slug === theme))
    unknown.push({ field: "theme", key: "needs.unknownTheme" });
  const slugs = new Set(listEcosystems().map(({ slug }) => slug));
  if (ecosystems.some((slug) => !slugs.has(slug)))
    unknown.push({ field: "ecosystems", key: "needs.unknownEcosystem" });
  if (cpv && !cpvOf(cpv)) unknown.push({ field: "cpv", key: "needs.unknownCpv" });
  return unknown;
}
