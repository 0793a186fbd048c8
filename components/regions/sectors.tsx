import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Figure } from "@/components/ui/figure";
import { formatNumber } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { Place } from "./place";

/** The economy in figures: one row per sector, the largest first. */
export function Sectors({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions.sectors");
  const locale = useLocale() as Language;
  const { totals, growthPeriod } = pack;
  const rows = [...pack.sectors].sort((a, b) => b.keyFigures.jobs - a.keyFigures.jobs);
  const [largest, ...others] = rows;
  const concentrated = rows.filter(({ keyFigures }) => keyFigures.locationQuotient > 1);
  const figure = (value: number) => formatNumber(value, locale);
  const percent = (value: number) => `${formatNumber(value, locale, 1)}%`;
  const period = { from: growthPeriod.from, to: growthPeriod.to };
  return (
    <Section title={t("title", { count: rows.length })} id="sectors">
      <Figure
        finding={t("finding", {
          largest: largest!.name[locale],
          share: percent(largest!.keyFigures.employmentSharePct),
          concentrated: concentrated.length,
          all: others.length + 1,
        })}
        source={<Place at={totals.source} />}
        formula={{ summary: t("formula.summary"), text: t("formula.text") }}
      >
        <Table caption={t("caption", { year: totals.year, ...period })}>
          <thead>
            <tr>
              <HeadCell>{t("sector")}</HeadCell>
              <HeadCell numeric>{t("jobs", { year: totals.year })}</HeadCell>
              <HeadCell numeric>{t("growth", period)}</HeadCell>
              <HeadCell numeric>{t("establishments", { year: totals.year })}</HeadCell>
              <HeadCell numeric>{t("growth", period)}</HeadCell>
              <HeadCell numeric>{t("share")}</HeadCell>
              <HeadCell numeric>{t("locationQuotient")}</HeadCell>
              <HeadCell>{t("sbi")}</HeadCell>
              <HeadCell>{t("place")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slug, name, keyFigures, sbiCodes, sources, description, selectionReason }) => (
              <tr key={slug}>
                <RowHead>
                  {(description ?? selectionReason) ? (
                    <Link href={`#sector-${slug}`}>{name[locale]}</Link>
                  ) : (
                    name[locale]
                  )}
                </RowHead>
                <Cell numeric>{figure(keyFigures.jobs)}</Cell>
                <Cell numeric>{percent(keyFigures.jobsGrowthPct)}</Cell>
                <Cell numeric>{figure(keyFigures.establishments)}</Cell>
                <Cell numeric>{percent(keyFigures.establishmentsGrowthPct)}</Cell>
                <Cell numeric>{percent(keyFigures.employmentSharePct)}</Cell>
                <Cell numeric>{formatNumber(keyFigures.locationQuotient, locale, 2)}</Cell>
                <Cell className="min-w-44">{sbiCodes.join(", ")}</Cell>
                <Cell className="min-w-52">
                  <Place at={sources.keyFigures} />
                  <br />
                  <span className="text-sm text-muted">{t("sbi")}:</span> <Place at={sources.sbiCodes} />
                </Cell>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-bold">
              <RowHead>{t("total")}</RowHead>
              <Cell numeric>{figure(totals.jobs)}</Cell>
              <Cell numeric>{percent(totals.jobsGrowthPct)}</Cell>
              <Cell numeric>{figure(totals.establishments)}</Cell>
              <Cell numeric>{percent(totals.establishmentsGrowthPct)}</Cell>
              <Cell colSpan={4} />
            </tr>
          </tfoot>
        </Table>
      </Figure>
    </Section>
  );
}
