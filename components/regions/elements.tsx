import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import { RatingMark } from "@/components/ui/rating-mark";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { Place } from "./place";

const LEVELS = ["weak", "average", "strong"] as const;

/** What an ecosystem is made of and how each part is measured, and what the three ratings mean. */
export function Elements({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions.elements");
  const locale = useLocale() as Language;
  return (
    <Section title={t("title", { count: pack.elements.length })} id="elements">
      <Table caption={t("caption")}>
        <thead>
          <tr>
            <HeadCell>{t("element")}</HeadCell>
            <HeadCell>{t("definition")}</HeadCell>
            <HeadCell>{t("indicator")}</HeadCell>
            <HeadCell>{t("unit")}</HeadCell>
            <HeadCell>{t("level")}</HeadCell>
            <HeadCell>{t("dataSource")}</HeadCell>
            <HeadCell>{t("perSector")}</HeadCell>
            <HeadCell>{t("place")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {pack.elements.map(
            ({ slug, name, definition, indicator, ratedPerSector, clusterYardstick, source }) => (
              <tr key={slug}>
                <RowHead>{name[locale]}</RowHead>
                <Cell>{definition[locale]}</Cell>
                <Cell>
                  {indicator.name[locale]}. {indicator.explanation[locale]}
                  {clusterYardstick && <> {t("yardstick", { text: clusterYardstick[locale] })}</>}
                </Cell>
                <Cell>{indicator.unit[locale]}</Cell>
                <Cell>{indicator.level[locale]}</Cell>
                <Cell>
                  {indicator.dataSource}
                  {indicator.year && ` (${indicator.year})`}
                </Cell>
                <Cell>{t(ratedPerSector ? "yes" : "no")}</Cell>
                <Cell>
                  <Place at={source} />
                </Cell>
              </tr>
            ),
          )}
        </tbody>
      </Table>
      <h3 className="text-lg font-bold">{t("scale")}</h3>
      <ul className="flex max-w-measure flex-col gap-3">
        {LEVELS.map((level) => (
          <li key={level} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <RatingMark level={level} word={t(`rating.${level}`)} />
            <span>{pack.ratingScale[level][locale]}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/ecosystem">{t("heatmap")}</Link>
      </p>
    </Section>
  );
}
