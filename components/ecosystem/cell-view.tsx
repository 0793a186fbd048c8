import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { RatingMark } from "@/components/ui/rating-mark";
import type { Language } from "@/db/enums";
import type { Source } from "@/db/regions/schema";
import { formatSource } from "@/db/regions/source";
import type { getCell } from "@/server/ecosystem/queries";
import type { programmesOnCell } from "@/server/programmes/queries";

type Props = {
  cell: Awaited<ReturnType<typeof getCell>>;
  programmes: Awaited<ReturnType<typeof programmesOnCell>>;
};

/** One element of one ecosystem: the rating, its ground and source, what is advised, and what works on it. */
export function CellView({ cell, programmes }: Props) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const { ecosystem, element, current } = cell;
  const level = current?.rating ?? "not-assessed";
  const ground = current?.ground[locale] ?? current?.ground.nl ?? current?.ground.en;
  const instruments = [...cell.advisedInstruments, ...cell.fitting];
  return (
    <Page>
      <PageHeader
        kind={<Link href="/ecosystem">{t("title")}</Link>}
        title={t("cell.title", { element: element.name[locale], ecosystem: ecosystem.name[locale] })}
        finding={t("cell.finding", { level })}
        state={<RatingMark level={level} word={t(`level.${level}`)} />}
        actions={
          cell.mayPlan && (
            <LinkButton
              variant="primary"
              href={`/interventions/new?ecosystem=${ecosystem.slug}&element=${element.slug}`}
            >
              {t("cell.plan")}
            </LinkButton>
          )
        }
      />
      <TwoColumns
        aside={
          <Section title={t("cell.indicator")}>
            <Facts
              facts={[
                { term: t("cell.indicator"), value: element.indicator.name[locale] },
                { term: t("cell.unit"), value: element.indicator.unit[locale] },
                { term: t("cell.level"), value: element.indicator.level[locale] },
                { term: t("cell.source"), value: formatSource(element.source, locale) },
              ]}
            />
          </Section>
        }
      >
        <Section title={t("cell.ground")}>
          {ground ? <p className="max-w-measure">{ground}</p> : <p>{t("cell.noGround")}</p>}
          {current && (
            <Facts
              across
              facts={[
                { term: t("cell.basisTerm"), value: t(`cell.basis.${current.basis}`) },
                {
                  term: t("cell.source"),
                  value: current.source ? formatSource(current.source as Source, locale) : null,
                },
              ]}
            />
          )}
        </Section>
        <Section title={t("cell.definition")}>
          <p className="max-w-measure">{element.definition[locale]}</p>
        </Section>
        <Section title={t("cell.interventions")}>
          {cell.interventions.length === 0 ? (
            <EmptyState title={t("cell.none")} />
          ) : (
            <ul className="flex flex-col gap-2">
              {cell.interventions.map(({ id, title, language, budgetCents }) => (
                <li key={id} className="flex flex-wrap justify-between gap-4 border-b border-line pb-2">
                  <Link href={`/interventions/${id}`} lang={language}>
                    {title}
                  </Link>
                  <span>{formatMoney(budgetCents, locale)}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("cell.programmes")}>
          {programmes.length === 0 ? (
            <p>{t("cell.noProgrammes")}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {programmes.map(({ id, title, language }) => (
                <li key={id}>
                  <Link href={`/programmes/${id}`} lang={language}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {cell.advice && (
          <Section title={t("cell.advice")}>
            <p className="max-w-measure">{cell.advice.text[locale]}</p>
            <p className="text-sm text-muted">{formatSource(cell.advice.source, locale)}</p>
          </Section>
        )}
        {instruments.length > 0 && (
          <Section title={t("cell.fitting")}>
            <ul className="flex flex-col gap-3">
              {instruments.map(({ slug, name, description }) => (
                <li key={slug} className="max-w-measure">
                  <b>{name[locale]}</b>
                  <br />
                  {description[locale]}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </TwoColumns>
    </Page>
  );
}
