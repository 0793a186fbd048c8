import { useLocale, useTranslations } from "next-intl";
import { FilterBar } from "@/components/ecosystem/filter-bar";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { INTERVENTION_STATES, type InterventionState, type Language } from "@/db/enums";
import type { ListInterventions } from "@/server/interventions/input";
import type { getCoverage, listInterventions } from "@/server/interventions/queries";
import { InterventionTabs } from "./intervention-tabs";

export const STATUS_TONES: Record<InterventionState, BadgeTone> = {
  planned: "neutral",
  running: "current",
  completed: "positive",
  stopped: "closed",
};

type Named = { slug: string; name: Record<Language, string> };
type Props = {
  list: Awaited<ReturnType<typeof listInterventions>>;
  coverage: Awaited<ReturnType<typeof getCoverage>>;
  asked: ListInterventions;
};

/** What is planned and running, and what it costs. */
export function InterventionList({ list, coverage, asked }: Props) {
  const t = useTranslations("interventions");
  const locale = useLocale() as Language;
  const nameOf = (names: readonly Named[], slug: string) =>
    names.find((one) => one.slug === slug)?.name[locale] ?? slug;
  const optionsOf = (names: readonly Named[]) =>
    names.map(({ slug, name }) => ({ value: slug, text: name[locale] }));
  return (
    <Page>
      <Live topics={["intervention"]} />
      <PageHeader
        title={t("title")}
        finding={t("finding", {
          running: list.interventions.filter(({ status }) => status === "running").length,
          money: formatMoney(coverage.coverage.onWeakCents, locale),
          elsewhere: formatMoney(coverage.coverage.elsewhereCents, locale),
        })}
        actions={
          list.mayPlan && (
            <LinkButton variant="primary" href="/interventions/new">
              {t("plan")}
            </LinkButton>
          )
        }
      />
      <InterventionTabs current="list" />
      <FilterBar
        path="/interventions"
        asked={asked}
        words={{
          label: t("filter.on"),
          any: t("filter.any"),
          show: t("filter.show"),
          remove: t("filter.remove"),
        }}
        filters={[
          {
            name: "status",
            label: t("columns.status"),
            options: INTERVENTION_STATES.map((value) => ({ value, text: t(`status.${value}`) })),
          },
          { name: "ecosystem", label: t("form.ecosystem"), options: optionsOf(coverage.ecosystems) },
          { name: "element", label: t("form.element"), options: optionsOf(coverage.elements) },
        ]}
      />
      {list.interventions.length === 0 ? (
        <EmptyState title={t(Object.keys(asked).length > 0 ? "noneFits" : "empty")} />
      ) : (
        <Table caption={t("list", { count: list.interventions.length })}>
          <thead>
            <tr>
              <HeadCell>{t("columns.title")}</HeadCell>
              <HeadCell>{t("columns.cell")}</HeadCell>
              <HeadCell>{t("columns.owner")}</HeadCell>
              <HeadCell>{t("columns.period")}</HeadCell>
              <HeadCell numeric>{t("columns.budget")}</HeadCell>
              <HeadCell>{t("columns.status")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {list.interventions.map((it) => (
              <tr key={it.id}>
                <RowHead>
                  <Link href={`/interventions/${it.id}`} lang={it.language}>
                    {it.title}
                  </Link>
                </RowHead>
                <Cell>
                  <Link plain href={`/ecosystem/${it.ecosystem}/${it.element}`}>
                    {nameOf(coverage.elements, it.element)}, {nameOf(coverage.ecosystems, it.ecosystem)}
                  </Link>
                </Cell>
                <Cell>
                  {it.owner.name}{" "}
                  {it.owner.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
                </Cell>
                <Cell className="whitespace-nowrap">
                  {formatDate(it.startsOn, locale, { short: true })} –{" "}
                  {formatDate(it.endsOn, locale, { short: true })}
                </Cell>
                <Cell numeric>{formatMoney(it.budgetCents, locale)}</Cell>
                <Cell>
                  <Badge tone={STATUS_TONES[it.status]}>{t(`status.${it.status}`)}</Badge>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}
