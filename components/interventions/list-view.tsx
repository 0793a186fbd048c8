import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { InterventionState, Language } from "@/db/enums";
import type { getCoverage, listInterventions } from "@/server/interventions/queries";
import { InterventionTabs } from "./intervention-tabs";

export const STATUS_TONES: Record<InterventionState, BadgeTone> = {
  planned: "neutral",
  running: "current",
  completed: "positive",
  stopped: "closed",
};

type Props = {
  list: Awaited<ReturnType<typeof listInterventions>>;
  coverage: Awaited<ReturnType<typeof getCoverage>>;
};

/** What is planned and running, and what it costs. */
export function InterventionList({ list, coverage }: Props) {
  const t = useTranslations("interventions");
  const locale = useLocale() as Language;
  const nameOf = (names: readonly { slug: string; name: Record<Language, string> }[], slug: string) =>
    names.find((one) => one.slug === slug)?.name[locale] ?? slug;
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
      {list.interventions.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <Table caption={t("list")}>
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
                  {nameOf(coverage.ecosystems, it.ecosystem)}: {nameOf(coverage.elements, it.element)}
                </Cell>
                <Cell>{it.owner.name}</Cell>
                <Cell>
                  {formatDate(it.startsOn, locale)} – {formatDate(it.endsOn, locale)}
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
