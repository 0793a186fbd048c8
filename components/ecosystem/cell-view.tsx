import { useLocale, useTranslations } from "next-intl";
import { FollowButton } from "@/components/collaboration/follow-button";
import { ObjectRibbon } from "@/components/collaboration/object-ribbon";
import { WhyAndWhat } from "@/components/collaboration/why-and-what";
import { Page, PageHeader, Section, TwoColumns } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { RatingMark } from "@/components/ui/rating-mark";
import type { Language } from "@/db/enums";
import { formatSource } from "@/db/regions/source";
import type { getCell } from "@/server/ecosystem/queries";
import type { programmesOnCell } from "@/server/programmes/queries/lists";
import { Ground } from "./ground";
import { Instruments } from "./instruments";

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
  return (
    <Page>
      <Live topics={["diagnosis", "intervention", "programme"]} />
      <PageHeader
        kind={<Link href="/ecosystem">{t("title")}</Link>}
        title={t("cell.title", { element: element.name[locale], ecosystem: ecosystem.name[locale] })}
        finding={
          level === "weak" && cell.interventions.length === 0
            ? t("cell.weakAlone")
            : t("cell.finding", { level })
        }
        ribbon={<ObjectRibbon kind="cell" id={`${ecosystem.slug}/${element.slug}`} />}
        state={<RatingMark level={level} word={t(`level.${level}`)} />}
        actions={
          <>
            {cell.mayPlan && (
              <LinkButton
                variant="primary"
                href={`/interventions/new?ecosystem=${ecosystem.slug}&element=${element.slug}`}
              >
                {t("cell.plan")}
              </LinkButton>
            )}
            <FollowButton kind="cell" id={`${ecosystem.slug}/${element.slug}`} />
          </>
        }
      />
      <TwoColumns
        aside={
          <>
            <Section title={t("cell.definition")}>
              <p>{element.definition[locale]}</p>
              <Facts
                facts={[
                  { term: t("cell.indicator"), value: element.indicator.name[locale] },
                  { term: t("cell.unit"), value: element.indicator.unit[locale] },
                  { term: t("cell.level"), value: element.indicator.level[locale] },
                  {
                    term: t("cell.dataSource"),
                    value: [element.indicator.dataSource, element.indicator.year].filter(Boolean).join(", "),
                  },
                  {
                    term: t("cell.yardstick"),
                    value: ecosystem.kind === "cluster" ? element.clusterYardstick?.[locale] : null,
                  },
                  { term: t("cell.source"), value: formatSource(element.source, locale) },
                  { term: t("cell.phase"), value: ecosystem.phase && t(`phase.${ecosystem.phase}`) },
                ]}
              />
            </Section>
            <CellHistory history={cell.history} />
          </>
        }
      >
        <Section title={t("cell.ground")} id="ground">
          <Ground rated={current} keeper={cell.keeper?.name ?? null} canBeRated={cell.canBeRated} />
          {cell.round && current && (
            <p className="text-sm text-muted">
              <Link href={`/ecosystem/rounds/${cell.round.id}`}>
                {t("round", { title: cell.round.title[locale], date: formatDate(cell.round.heldOn, locale) })}
              </Link>{" "}
              {cell.keeper?.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
            </p>
          )}
        </Section>
        <Section title={t("cell.interventions")} id="interventions">
          {cell.interventions.length === 0 ? (
            <EmptyState title={t("cell.none")} />
          ) : (
            <ul className="flex flex-col gap-2">
              {cell.interventions.map(({ id, title, language, budgetCents, status }) => (
                <li
                  key={id}
                  className="flex flex-wrap justify-between gap-4 border-b border-line pb-2 wrap-anywhere"
                >
                  <span>
                    <Link href={`/interventions/${id}`} lang={language}>
                      {title}
                    </Link>{" "}
                    <span className="text-sm text-muted">{t(`interventionStatus.${status}`)}</span>
                  </span>
                  <span className="tabular-nums">{formatMoney(budgetCents, locale)}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={t("cell.programmes")} id="programmes">
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
        {cell.advice.length > 0 && (
          <Section title={t("cell.advice")} id="advice">
            {cell.advice.map(({ text, source }) => (
              <div key={text.nl}>
                <p className="max-w-measure">{text[locale]}</p>
                <p className="text-sm text-muted">{formatSource(source, locale)}</p>
              </div>
            ))}
            <Instruments instruments={cell.advisedInstruments} />
          </Section>
        )}
        {cell.fitting.length > 0 && (
          <Section title={t(cell.advice.length > 0 ? "cell.fittingToo" : "cell.fitting")} id="catalogue">
            <Instruments instruments={cell.fitting} />
          </Section>
        )}
        <WhyAndWhat kind="cell" id={`${ecosystem.slug}/${element.slug}`} />
      </TwoColumns>
    </Page>
  );
}

function CellHistory({ history }: { history: Props["cell"]["history"] }) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  if (history.length < 2) return null;
  return (
    <Section title={t("cell.history")} id="history">
      <ol className="flex flex-col gap-3">
        {history.map(({ round, rating }) => (
          <li key={round.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <RatingMark level={rating} word={t(`level.${rating}`)} />
            <Link href={`/ecosystem/rounds/${round.id}`}>{round.title[locale]}</Link>
            <span className="text-sm text-muted">{formatDate(round.heldOn, locale, { short: true })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
