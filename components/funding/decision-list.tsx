import { getLocale, getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { ViewSwitch } from "@/components/ui/view-switch";
import { DECISION_KINDS, type DecisionKind } from "@/db/enums";
import type { listDecisions } from "@/server/funding/queries/decisions";
import { DecisionBadge, DemonstrationBadge } from "./badges";
import { FundingTabs } from "./funding-tabs";
import { multiplierText } from "./multiplier";

type Decisions = Awaited<ReturnType<typeof listDecisions>>;
type Props = Decisions & { kind: DecisionKind | undefined; page: number; pageSize: number };

/** What was decided, by whom, for which reasons: readable by anyone. */
export async function DecisionList({ kind, page, pageSize, ...list }: Props) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const pages = Math.ceil(list.total / pageSize);
  const hrefOf = (to: number) => addressOf(kind, to);
  return (
    <Page>
      <Live topics={["decision"]} />
      <PageHeader
        title={t("decisions.title")}
        finding={
          list.multiplier === null
            ? t("decisions.findingNone")
            : t("decisions.finding", {
                awards: list.awards,
                awarded: formatMoney(list.awardedCents, locale),
                attracted: formatMoney(list.attractedCents, locale),
                multiplier: multiplierText(list.multiplier, locale),
              })
        }
      />
      <FundingTabs current="decisions" />
      <ViewSwitch
        label={t("decisions.show")}
        views={[undefined, ...DECISION_KINDS].map((one) => ({
          href: addressOf(one, 1),
          text: t(`decisions.kinds.${one ?? "all"}`),
          current: one === kind,
        }))}
      />
      {list.decisions.length === 0 ? (
        <EmptyState title={t("decisions.none")}>{t("decisions.noneHelp")}</EmptyState>
      ) : (
        <DecisionTable decisions={list.decisions} />
      )}
      <Pagination
        label={t("decisions.pages")}
        page={page}
        pages={pages}
        hrefOf={hrefOf}
        words={{
          previous: t("decisions.previous"),
          next: t("decisions.next"),
          position: t("decisions.position", { page, pages }),
        }}
      />
    </Page>
  );
}

async function DecisionTable({ decisions }: { decisions: Decisions["decisions"] }) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  const money = (cents: number | null) => (cents === null ? "–" : formatMoney(cents, locale));
  return (
    <Table caption={t("decisions.title")} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("decisions.decision")}</HeadCell>
          <HeadCell>{t("decisions.outcome")}</HeadCell>
          <HeadCell>{t("decisions.by")}</HeadCell>
          <HeadCell>{t("decisions.beneficiary")}</HeadCell>
          <HeadCell numeric>{t("decisions.amount")}</HeadCell>
          <HeadCell numeric>{t("field.cofundingCents")}</HeadCell>
          <HeadCell numeric>{t("multiplier.label")}</HeadCell>
          <HeadCell>{t("decisions.decidedOn")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {decisions.map((row) => (
          <tr key={row.id}>
            <RowHead lang={row.language} className="min-w-44 sm:min-w-64">
              <Link href={`/decisions/${row.id}`}>{row.title}</Link>
              <p className="line-clamp-3 font-normal text-muted">{row.reason}</p>
            </RowHead>
            <Cell>
              <span className="flex flex-wrap gap-2">
                <DecisionBadge kind={row.kind} />
                <DemonstrationBadge shown={row.isDemonstration} />
              </span>
            </Cell>
            <Cell>{row.by}</Cell>
            <Cell>{row.beneficiary ?? "–"}</Cell>
            <Cell numeric>{money(row.amountCents)}</Cell>
            <Cell numeric>{money(row.cofundingCents)}</Cell>
            <Cell numeric>{row.multiplier === null ? "–" : multiplierText(row.multiplier, locale)}</Cell>
            <Cell>{formatDate(row.decidedAt, locale, { short: true })}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function addressOf(kind: DecisionKind | undefined, page: number): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(page > 1 && { page: String(page) }) });
  return query.size > 0 ? `/decisions?${query}` : "/decisions";
}
