import { checker, slugsOf } from "./check";
import { type Problem, readFiles, refuse } from "./read";
import { packFiles, type RegionPack, type Source } from "./schema";
import { formatSource } from "./source";

/** Reads a region pack from its directory; throws one error that names file and path of every problem. */
export function loadRegionPack(directory: string): RegionPack {
  const files = readFiles(directory, packFiles);
  const { scale, ratings } = files["ratings.json"];
  const pack: RegionPack = {
    region: files["region.json"],
    ...files["sectors.json"],
    ...files["clusters.json"],
    ...files["elements.json"],
    ratingScale: scale,
    ratings,
    ...files["instruments.json"],
    ...files["recommendations.json"],
    ...files["programme-themes.json"],
    glossary: files["glossary.json"].terms,
    crossovers: files["crossovers.json"],
  };
  refuse(directory, [...brokenReferences(pack), ...unknownPlaces(files, pack)]);
  return pack;
}

/** The slugs of everything that is seen as an ecosystem: the selected sectors and the clusters. */
export function ecosystemSlugs(pack: RegionPack): string[] {
  const selected = pack.sectors.filter((sector) => sector.selected);
  return [...selected, ...pack.clusters].map((ecosystem) => ecosystem.slug);
}

function brokenReferences(pack: RegionPack): Problem[] {
  const problems: Problem[] = [];
  const sectors = slugsOf(pack.sectors);
  const clusters = slugsOf(pack.clusters);
  const ecosystems = new Set(ecosystemSlugs(pack));
  const elements = slugsOf(pack.elements);
  const instruments = slugsOf(pack.instruments);
  const missionThemes = slugsOf(pack.region.missionThemes);

  const region = checker("region.json", problems);
  for (const list of [
    "area",
    "missionThemes",
    "profiles",
    "tacticalGoals",
    "selectionCriteria",
    "recommendations",
  ] as const) {
    region.unique(
      list,
      pack.region[list].map((item) => item.slug),
    );
  }
  pack.region.profiles.forEach((profile, index) => {
    region.known(`profiles.${index}.sectors`, profile.sectors, sectors, "sector");
    region.known(`profiles.${index}.clusters`, profile.clusters, clusters, "cluster");
  });

  const sector = checker("sectors.json", problems);
  sector.unique(
    "sectors",
    pack.sectors.map((item) => item.slug),
  );
  sector.unique(
    "sbiCodes",
    pack.sectors.flatMap((item) => item.sbiCodes),
  );
  sector.unique(
    "slips",
    pack.slips.map((item) => item.slug),
  );

  const cluster = checker("clusters.json", problems);
  cluster.unique(
    "clusters",
    [...pack.sectors, ...pack.clusters].map((item) => item.slug),
  );
  cluster.unique(
    "notClusters",
    pack.notClusters.map((item) => item.slug),
  );
  cluster.unique(
    "widerRegion",
    pack.widerRegion.map((item) => item.slug),
  );
  pack.clusters.forEach((item, index) => {
    cluster.known(`clusters.${index}.relatedSectors`, item.relatedSectors, sectors, "sector");
  });

  checker("elements.json", problems).unique(
    "elements",
    pack.elements.map((item) => item.slug),
  );

  const rating = checker("ratings.json", problems);
  rating.unique(
    "ratings",
    pack.ratings.map((item) => `${item.ecosystem} ${item.element}`),
  );
  const notPerSector = new Set(pack.elements.filter((item) => !item.ratedPerSector).map((item) => item.slug));
  pack.ratings.forEach((item, index) => {
    rating.known(`ratings.${index}.ecosystem`, [item.ecosystem], ecosystems, "ecosystem");
    rating.known(`ratings.${index}.element`, [item.element], elements, "element");
    rating.that(
      !(sectors.has(item.ecosystem) && notPerSector.has(item.element)),
      `ratings.${index}.element`,
      `"${item.element}" cannot be rated for a sector`,
    );
  });

  const instrument = checker("instruments.json", problems);
  instrument.unique(
    "instruments",
    pack.instruments.map((item) => item.slug),
  );
  pack.instruments.forEach((item, index) => {
    instrument.known(`instruments.${index}.elements`, item.elements, elements, "element");
  });

  const recommendation = checker("recommendations.json", problems);
  pack.recommendations.forEach((item, index) => {
    recommendation.known(`recommendations.${index}.ecosystem`, [item.ecosystem], ecosystems, "ecosystem");
    recommendation.known(`recommendations.${index}.element`, [item.element], elements, "element");
    recommendation.known(`recommendations.${index}.instruments`, item.instruments, instruments, "instrument");
  });

  const theme = checker("programme-themes.json", problems);
  theme.unique(
    "programmeThemes",
    pack.programmeThemes.map((item) => item.slug),
  );
  pack.programmeThemes.forEach((item, index) => {
    theme.known(`programmeThemes.${index}.missionThemes`, item.missionThemes, missionThemes, "mission theme");
    theme.known(`programmeThemes.${index}.ecosystems`, item.ecosystems, ecosystems, "ecosystem");
  });

  checker("glossary.json", problems).unique(
    "terms",
    pack.glossary.map((item) => item.slug),
  );

  const crossover = checker("crossovers.json", problems);
  crossover.unique(
    "signals",
    pack.crossovers.signals.map((item) => item.slug),
  );
  pack.crossovers.signals.forEach((item, index) => {
    crossover.known(`signals.${index}.sectors`, item.sectors, sectors, "sector");
    crossover.known(`signals.${index}.counterparts`, item.counterparts, sectors, "sector");
  });
  pack.crossovers.matrix?.forEach((cell, index) => {
    crossover.known(`matrix.${index}`, [cell.from, cell.to], sectors, "sector");
  });

  return problems;
}

function unknownPlaces(files: Record<string, unknown>, pack: RegionPack): Problem[] {
  return Object.entries(files).flatMap(([file, content]) =>
    placesIn(content, "")
      .filter(({ source }) => !exists(source, pack))
      .map(({ path, source }) => ({
        file,
        path,
        message: `the source document has no ${formatSource(source, "en")}`,
      })),
  );
}

function placesIn(value: unknown, path: string): { path: string; source: Source }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const here = path ? `${path}.${key}` : key;
    if (key === "source") return [{ path: here, source: child as Source }];
    if (key === "sources")
      return Object.entries(child as Record<string, Source>).map(([part, source]) => ({
        path: `${here}.${part}`,
        source,
      }));
    return placesIn(child, here);
  });
}

function exists(source: Source, pack: RegionPack): boolean {
  const part = pack.region.sourceDocument.outline.find(
    (item) => item.annex === source.annex && item.section === source.section,
  );
  if (!part) return false;
  return (
    (source.figure === undefined || part.figures.includes(source.figure)) &&
    (source.table === undefined || part.tables.includes(source.table)) &&
    (source.box === undefined || part.boxes.includes(source.box)) &&
    (source.footnote === undefined || part.footnotes.includes(source.footnote))
  );
}
