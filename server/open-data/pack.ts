import { ELEMENTS } from "@/db/enums";
import { ecosystemSlugs } from "@/db/regions/load";
import type { RegionPack, Source } from "@/db/regions/schema";
import { formatSource } from "@/db/regions/source";

/** Sources as one readable line, each place once. */
export const sourceLine = (...sources: Source[]) =>
  [...new Set(sources.map((source) => formatSource(source, "nl")))].join("; ");

export const regionsOf = ({ region, growthPeriod, totals, crossovers }: RegionPack) => [
  {
    slug: region.slug,
    name: region.name,
    mission: region.mission.sentence,
    missionStatus: region.mission.status,
    areas: region.area,
    growthPeriod,
    totals,
    projects: {
      counted: crossovers.projects,
      participants: crossovers.locatedParticipants,
      participantsHere: crossovers.localParticipants,
      acrossSectorsPct: crossovers.crossSectorSharePct,
    },
    source: sourceLine(region.mission.source, totals.source, crossovers.source),
  },
];

export const missionThemesOf = ({ region }: RegionPack) =>
  region.missionThemes.map((theme) => ({ ...withSource(theme), cityRole: theme.cityRole ?? null }));

export const profilesOf = ({ region }: RegionPack) => region.profiles.map(withSource);

export const tacticalGoalsOf = ({ region }: RegionPack) => region.tacticalGoals.map(withSource);

export const selectionCriteriaOf = ({ region }: RegionPack) => region.selectionCriteria.map(withSource);

export const sectorsOf = (pack: RegionPack) =>
  pack.sectors.map(({ sources, description, selectionReason, ...sector }) => ({
    ...sector,
    description: description ?? null,
    selectionReason: selectionReason ?? null,
    source: sourceLine(sources.keyFigures, sources.sbiCodes, sources.assessment),
  }));

export const clustersOf = (pack: RegionPack) => pack.clusters.map(withSource);

export const elementsOf = (pack: RegionPack) =>
  pack.elements.map(({ indicator: { dataSource, ...indicator }, clusterYardstick, ...element }) => ({
    ...withSource(element),
    indicator: { ...indicator, source: dataSource },
    clusterYardstick: clusterYardstick ?? null,
  }));

export const instrumentsOf = (pack: RegionPack) =>
  pack.instruments.map(({ note, ...instrument }) => ({ ...withSource(instrument), note: note ?? null }));

export const recommendationsOf = (pack: RegionPack) => pack.recommendations.map(withSource);

export const programmeThemesOf = (pack: RegionPack) =>
  pack.programmeThemes.map(({ missionThemesNote, ecosystemsNote, ...theme }) => ({
    ...withSource(theme),
    missionThemesNote: missionThemesNote ?? null,
    ecosystemsNote: ecosystemsNote ?? null,
  }));

export const crossoversOf = (pack: RegionPack) => pack.crossovers.signals.map(withSource);

export const termsOf = (pack: RegionPack) =>
  pack.glossary.map(({ source, ...term }) => ({ ...term, source: source ? sourceLine(source) : null }));

const withSource = <Fact extends { source: Source }>({ source, ...fact }: Fact) => ({
  ...fact,
  source: sourceLine(source),
});

/** Every cell of the diagnosis: each ecosystem by each element, also where nothing was assessed. */
export const cellsOf = (pack: RegionPack) =>
  ecosystemSlugs(pack).flatMap((ecosystem) => ELEMENTS.map((element) => ({ ecosystem, element })));
