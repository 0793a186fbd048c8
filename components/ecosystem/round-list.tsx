import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/layout/page";
import { Live } from "@/components/trpc/live";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Language } from "@/db/enums";
import type { listRounds } from "@/server/ecosystem/queries";

/** All rounds of diagnosis, the newest first. */
export function RoundList({ list }: { list: Awaited<ReturnType<typeof listRounds>> }) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  const published = list.rounds.filter(({ status }) => status === "published");
  return (
    <Page>
      <Live topics={["diagnosis"]} />
      <PageHeader
        kind={<Link href="/ecosystem">{t("title")}</Link>}
        title={t("rounds.title")}
        finding={t("rounds.finding", {
          count: published.length,
          newest: published[0] ? formatDate(published[0].heldOn, locale) : "",
        })}
        actions={
          list.mayCreate && (
            <LinkButton variant="primary" href="/ecosystem/rounds/new">
              {t("rounds.create")}
            </LinkButton>
          )
        }
      />
      {list.rounds.length === 0 ? (
        <EmptyState title={t("rounds.empty")} />
      ) : (
        <Table caption={t("rounds.caption")}>
          <thead>
            <tr>
              <HeadCell>{t("rounds.name")}</HeadCell>
              <HeadCell>{t("rounds.heldOn")}</HeadCell>
              <HeadCell>{t("rounds.keeper")}</HeadCell>
              <HeadCell numeric>{t("rounds.rated")}</HeadCell>
              <HeadCell>{t("rounds.status")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {list.rounds.map(({ id, title, heldOn, keeper, rated, status }) => (
              <tr key={id}>
                <RowHead>
                  <Link href={`/ecosystem/rounds/${id}`}>{title[locale]}</Link>
                </RowHead>
                <Cell>{formatDate(heldOn, locale)}</Cell>
                <Cell>
                  {keeper?.name ?? t("cell.bySource")}{" "}
                  {keeper?.isDemonstration && <Badge tone="attention">{t("demonstration")}</Badge>}
                </Cell>
                <Cell numeric>{rated}</Cell>
                <Cell>
                  <Badge tone={status === "published" ? "positive" : "neutral"}>
                    {t(`rounds.state.${status}`)}
                  </Badge>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}
