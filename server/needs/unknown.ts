import type { Missing } from "../core/lifecycle";
import { listEcosystems } from "../regions/queries";
import { region } from "../regions/region";
import { cpvOf } from "./cpv";
import type { CreateNeed } from "./input";

let known: { themes: Set<string>; ecosystems: Set<string> } | undefined;

/** The region's own lists, which hold for as long as the application runs. */
function lists() {
  known ??= {
    themes: new Set(region().region.missionThemes.map(({ slug }) => slug)),
    ecosystems: new Set(listEcosystems().map(({ slug }) => slug)),
  };
  return known;
}

/** What a need names that no list holds: mission themes and ecosystems of the region, codes of CPV. */
export function unknownIn({ theme, ecosystems, cpv }: Pick<CreateNeed, "theme" | "ecosystems" | "cpv">) {
  const unknown: Missing[] = [];
  if (theme && !lists().themes.has(theme)) unknown.push({ field: "theme", key: "needs.unknownTheme" });
  if (ecosystems.some((slug) => !lists().ecosystems.has(slug)))
    unknown.push({ field: "ecosystems", key: "needs.unknownEcosystem" });
  if (cpv && !cpvOf(cpv)) unknown.push({ field: "cpv", key: "needs.unknownCpv" });
  return unknown;
}
