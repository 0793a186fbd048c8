import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { FactList } from "./fact-list";

/** The clusters: where they are, in which phase, what makes each a cluster; and what is not one. */
export function Clusters({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions.clusters");
  const locale = useLocale() as Language;
  const sectorName = (slug: string) => pack.sectors.find((one) => one.slug === slug)!.name[locale];
  return (
    <>
      <Section title={t("title", { count: pack.clusters.length })} id="clusters">
        <FactList
          facts={pack.clusters.map((cluster) => ({
            slug: cluster.slug,
            title: cluster.name[locale],
            mark: <Badge>{t(`phase.${cluster.phase}`)}</Badge>,
            text: (
              <>
                <p>{cluster.description[locale]}</p>
                <Facts
                  facts={[
                    {
                      term: t(`phaseBasis.${cluster.phaseBasis}`),
                      value: cluster.phaseGround[locale],
                    },
                    { term: t("standing"), value: cluster.standing[locale] },
                    { term: t("place"), value: cluster.place[locale] },
                    { term: t("proximity"), value: cluster.proximity[locale] },
                    { term: t("interdependence"), value: cluster.interdependence[locale] },
                    { term: t("sectors"), value: cluster.relatedSectors.map(sectorName).join(", ") },
                  ]}
                />
              </>
            ),
            source: cluster.source,
          }))}
        />
      </Section>
      <Section title={t("notClusters")} id="not-clusters">
        <FactList
          facts={pack.notClusters.map(({ slug, name, reason, source }) => ({
            slug,
            title: name[locale],
            text: <p>{reason[locale]}</p>,
            source,
          }))}
        />
      </Section>
      <Section title={t("widerRegion")} id="wider-region">
        <FactList
          facts={pack.widerRegion.map(({ slug, name, place, role, source }) => ({
            slug,
            title: name[locale],
            mark: <span className="text-sm text-muted">{place[locale]}</span>,
            text: <p>{role[locale]}</p>,
            source,
          }))}
        />
        <h3 className="text-lg font-bold">{t("area")}</h3>
        <FactList
          facts={pack.region.area.map(({ slug, name, description, source }) => ({
            slug: `area-${slug}`,
            title: name[locale],
            text: <p>{description[locale]}</p>,
            source,
          }))}
        />
      </Section>
    </>
  );
}
