import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Figure } from "@/components/ui/figure";
import { formatNumber, formatPercent } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { Place } from "./place";

/** Collaboration across sectors in innovation projects: what is known of it, and what is not. */
export function Crossovers({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions.crossovers");
  const locale = useLocale() as Language;
  const { crossovers, sectors } = pack;
  const names = (slugs: string[]) =>
    slugs.length === sectors.length - 1
      ? t("allOthers")
      : slugs.map((slug) => sectors.find((one) => one.slug === slug)!.name[locale]).join(", ");
  return (
    <Section title={t("title")} id="crossovers">
      <Figure
        finding={t("finding", {
          share: formatPercent(crossovers.crossSectorSharePct / 100, locale),
          projects: formatNumber(crossovers.projects, locale),
          participants: formatNumber(crossovers.localParticipants, locale),
          located: formatNumber(crossovers.locatedParticipants, locale),
        })}
        source={<Place at={crossovers.source} />}
      >
        <Table caption={t("caption")}>
          <thead>
            <tr>
              <HeadCell>{t("sectors")}</HeadCell>
              <HeadCell>{t("counterparts")}</HeadCell>
              <HeadCell>{t("direction")}</HeadCell>
              <HeadCell>{t("statement")}</HeadCell>
              <HeadCell>{t("place")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {crossovers.signals.map(({ slug, sectors: from, counterparts, direction, statement, source }) => (
              <tr key={slug}>
                <RowHead>{names(from)}</RowHead>
                <Cell>{counterparts.length > 0 ? names(counterparts) : t("unsaid")}</Cell>
                <Cell>{t(direction)}</Cell>
                <Cell>{statement[locale]}</Cell>
                <Cell>
                  <Place at={source} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Figure>
      <p className="max-w-measure">{crossovers.matrixNote[locale]}</p>
    </Section>
  );
}
