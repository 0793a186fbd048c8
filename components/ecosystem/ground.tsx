import { useLocale, useTranslations } from "next-intl";
import { WrittenText } from "@/components/layout/written-text";
import { Facts } from "@/components/ui/facts";
import { formatNumber } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language, RatingBasis } from "@/db/enums";
import type { Source } from "@/db/regions/schema";
import { formatSource } from "@/db/regions/source";
import type { Ground as GroundText, Measurement } from "@/db/schema/ecosystem";

type Rated = {
  basis: RatingBasis;
  ground: GroundText;
  evidence: string | null;
  measurement: Measurement | null;
  source: Record<string, string> | null;
};

type Props = {
  rated: Rated | null;
  /** Who keeps the round; null for the region's source. */
  keeper: string | null;
  canBeRated: boolean;
};

/** What a rating rests on: measured from which inputs by which formula, or judged by whom on what. */
export function Ground({ rated, keeper, canBeRated }: Props) {
  const t = useTranslations("ecosystem.cell");
  const locale = useLocale() as Language;
  if (!rated) return <p className="max-w-measure">{t(canBeRated ? "noGround" : "cannotBeRated")}</p>;
  const { ground, basis, evidence, measurement, source } = rated;
  const language = ground[locale] ? locale : ground.nl ? "nl" : "en";
  return (
    <>
      <WrittenText text={ground[language] ?? ""} language={language} />
      {measurement && (
        <Table caption={t("inputs")}>
          <thead>
            <tr>
              <HeadCell>{t("input")}</HeadCell>
              <HeadCell numeric>{t("value")}</HeadCell>
              <HeadCell>{t("unit")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {measurement.inputs.map(({ name, value, unit }) => (
              <tr key={name}>
                <RowHead>{name}</RowHead>
                <Cell numeric>{formatNumber(value, locale)}</Cell>
                <Cell>{unit}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Facts
        facts={[
          { term: t("basisTerm"), value: t(`basis.${basis}`) },
          { term: t("by"), value: keeper ?? t("bySource") },
          { term: t("formula"), value: measurement?.formula },
          { term: t("evidence"), value: evidence },
          { term: t("source"), value: source && formatSource(source as Source, locale) },
        ]}
      />
    </>
  );
}
