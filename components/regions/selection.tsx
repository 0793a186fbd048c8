import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/layout/page";
import { Badge } from "@/components/ui/badge";
import { Figure } from "@/components/ui/figure";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { FactList } from "./fact-list";
import { Place } from "./place";

const CRITERIA = ["size", "concentration", "relevance", "jobs"] as const;

/** Which sectors the policy chooses, by which criteria, and why. */
export function Selection({ pack }: { pack: RegionPack }) {
  const t = useTranslations("regions.selection");
  const locale = useLocale() as Language;
  const chosen = pack.sectors.filter(({ selected }) => selected);
  const criterion = (slug: string) => pack.region.selectionCriteria.find((one) => one.slug === slug);
  return (
    <Section title={t("title")} id="selection">
      <FactList
        facts={pack.region.selectionCriteria.map(({ slug, name, indicator, description, source }) => ({
          slug: `criterion-${slug}`,
          title: name[locale],
          text: (
            <>
              <p>{description[locale]}</p>
              <p className="text-sm">{t("measuredBy", { indicator: indicator[locale] })}</p>
            </>
          ),
          source,
        }))}
      />
      <Figure
        finding={t("finding", {
          count: chosen.length,
          all: pack.sectors.length,
          names: new Intl.ListFormat(locale).format(chosen.map(({ name }) => name[locale])),
        })}
      >
        <Table caption={t("caption")}>
          <thead>
            <tr>
              <HeadCell>{t("sector")}</HeadCell>
              {CRITERIA.map((slug) => (
                <HeadCell key={slug}>{criterion(slug)?.name[locale]}</HeadCell>
              ))}
              <HeadCell>{t("outcome")}</HeadCell>
              <HeadCell>{t("place")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {pack.sectors.map(({ slug, name, assessment, selected, sources }) => (
              <tr key={slug}>
                <RowHead>{name[locale]}</RowHead>
                {CRITERIA.map((one) => (
                  <Cell key={one}>{assessment[one]?.[locale] ?? t("unsaid")}</Cell>
                ))}
                <Cell>{selected ? <Badge tone="positive">{t("selected")}</Badge> : t("notSelected")}</Cell>
                <Cell>
                  <Place at={sources.assessment} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Figure>
      <h3 className="text-lg font-bold">{t("perSector")}</h3>
      <FactList
        facts={pack.sectors
          .filter(({ description, selectionReason }) => description ?? selectionReason)
          .map(({ slug, name, description, selected, selectionReason, sources }) => ({
            slug: `sector-${slug}`,
            title: name[locale],
            mark: selected && <Badge tone="positive">{t("selected")}</Badge>,
            text: (
              <>
                {description && <p>{description[locale]}</p>}
                {selectionReason && (
                  <p>
                    <b>{t("why")}</b> {selectionReason[locale]}{" "}
                    {sources.selectionReason && <Place at={sources.selectionReason} />}
                  </p>
                )}
              </>
            ),
            source: sources.description ?? sources.assessment,
          }))}
      />
    </Section>
  );
}
