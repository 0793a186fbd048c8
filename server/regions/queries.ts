import { ecosystemSlugs } from "@/db/regions/load";
import { region } from "./region";

/** The region's name in both languages, for the frame. */
export const getRegionName = () => region().region.name;

/** Everything the pack says: facts with their place in the source. */
export const getFacts = () => region();

/** What is seen as an ecosystem: the selected sectors and the clusters, in the pack's order. */
export function listEcosystems() {
  const { sectors, clusters } = region();
  const known = [
    ...sectors.map(({ slug, name }) => ({ slug, name, kind: "sector" as const, phase: null })),
    ...clusters.map(({ slug, name, phase }) => ({ slug, name, kind: "cluster" as const, phase })),
  ];
  return ecosystemSlugs(region()).map((slug) => known.find((one) => one.slug === slug)!);
}

/** The words that filters and forms choose from. */
export function getWords() {
  const pack = region();
  return {
    ecosystems: listEcosystems(),
    elements: pack.elements.map(({ slug, name }) => ({ slug, name })),
    missionThemes: pack.region.missionThemes.map(({ slug, name }) => ({ slug, name })),
    programmeThemes: pack.programmeThemes.map(({ slug, name, description }) => ({ slug, name, description })),
  };
}
