import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate, formatMoney } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { listDecisions } from "@/server/funding/queries/decisions";

/** What was decided in public, newest first, with the money of all of it. */
export function DecisionsView({ list }: { list: Awaited<ReturnType<typeof listDecisions>> }) {
  const t = useTranslations("funding.decisions");
  const locale = useLocale() as Language;
  return (
    <Page>
      <Live topics={["decision"]} />
      <PageHeader
        title={t("title")}
        finding={
          list.awardedCents > 0
            ? t("finding", {
                money: formatMoney(list.awardedCents, locale),
                attracted: formatMoney(list.attractedCents, locale),
              })
            : t("none")
        }
      />
      {list.decisions.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <Table caption={t("caption")}>
          <thead>
            <tr>
              <HeadCell>{t("columns.title")}</HeadCell>
              <HeadCell>{t("columns.kind")}</HeadCell>
              <HeadCell>{t("columns.beneficiary")}</HeadCell>
              <HeadCell numeric>{t("columns.amount")}</HeadCell>
              <HeadCell>{t("columns.date")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {list.decisions.map((it) => (
              <tr key={it.id}>
                <RowHead>
                  <Link href={`/decisions/${it.id}`} lang={it.language}>
                    {it.title}
                  </Link>
                </RowHead>
                <Cell>{t(`kind.${it.kind}`)}</Cell>
                <Cell>{it.beneficiary}</Cell>
                <Cell numeric>
                  {it.amountCents === null ? "–" : formatMoney(it.amountCents, locale, "exact")}
                </Cell>
                <Cell>{formatDate(it.decidedAt, locale)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}
