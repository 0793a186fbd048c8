import { getLocale, getTranslations } from "next-intl/server";
import { PhaseBadge } from "@/components/challenges/phase-badge";
import { Page, PageHeader } from "@/components/layout/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { listMine } from "@/server/responses/queries/own";
import { ResponseBadge } from "./response-badge";

/** What the organisation acted for has handed in, or is working on. */
export async function MyResponses({ responses }: { responses: Awaited<ReturnType<typeof listMine>> }) {
  const [t, locale] = [await getTranslations("responses"), (await getLocale()) as "nl" | "en"];
  return (
    <Page>
      <PageHeader
        title={t("title")}
        finding={t("finding", { count: responses.length })}
        actions={<LinkButton href="/challenges">{t("toChallenges")}</LinkButton>}
      />
      {responses.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>
      ) : (
        <Table caption={t("title")} captionHidden>
          <thead>
            <tr>
              <HeadCell>{t("column.response")}</HeadCell>
              <HeadCell>{t("column.state")}</HeadCell>
              <HeadCell>{t("column.challenge")}</HeadCell>
              <HeadCell>{t("column.deadline")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {responses.map((row) => (
              <tr key={row.id}>
                <RowHead>
                  <Link href={`/responses/${row.id}`} lang={row.language}>
                    {row.title}
                  </Link>
                </RowHead>
                <Cell>
                  <ResponseBadge status={row.status} outcome={null} />
                </Cell>
                <Cell>
                  <span className="flex flex-wrap items-center gap-2">
                    <Link href={`/challenges/${row.challengeId}`} lang={row.challengeLanguage}>
                      {row.challengeTitle}
                    </Link>
                    <PhaseBadge phase={row.phase} />
                  </span>
                </Cell>
                <Cell>
                  {row.deadline && (
                    <time dateTime={row.deadline.toISOString()}>
                      {formatDate(row.deadline, locale, { weekday: true, time: true, short: true })}
                    </time>
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
}
