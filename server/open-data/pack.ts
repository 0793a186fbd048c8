import { ELEMENTS } from "@/db/enums";
import { ecosystemSlugs } from "@/db/regions/load";
import type { RegionPack, Source } from "@/db/regions/schema";
import { formatSource } from "@/db/regions/source";

/** Sources as one readable line, each place once. */
export const sourceLine = (...sources: Source[]) =>
  [...new Set(sources.map((source) => formatSource(source, "nl")))].join("; ");

export const sectorsOf = (pack: RegionPack) =>
  pack.sectors.map(({ slug, name, sbiCodes, keyFigures, selected, sources }) => ({
    slug,
    name,
    sbiCodes,
    keyFigures,
    selected,
    source: sourceLine(sources.keyFigures, sources.sbiCodes, sources.assessment),
  }));

export const clustersOf = (pack: RegionPack) =>
  pack.clusters.map(({ slug, name, phase, source }) => ({ slug, name, phase, source: sourceLine(source) }));

export const elementsOf = (pack: RegionPack) =>
  pack.elements.map(({ slug, name, indicator }) => ({
    slug,
    name,
    indicator: {
      name: indicator.name,
      unit: indicator.unit,
      level: indicator.level,
      source: indicator.dataSource,
      year: indicator.year,
    },
  }));

export const instrumentsOf = (pack: RegionPack) =>
  pack.instruments.map(({ slug, name, elements, phases }) => ({ slug, name, elements, phases }));

export const recommendationsOf = (pack: RegionPack) =>
  pack.recommendations.map(({ ecosystem, element, instruments }) => ({ ecosystem, element, instruments }));

/** Every cell of the diagnosis: each ecosystem by each element, also where nothing was assessed. */
export const cellsOf = (pack: RegionPack) =>
  ecosystemSlugs(pack).flatMap((ecosystem) => ELEMENTS.map((element) => ({ ecosystem, element })));
