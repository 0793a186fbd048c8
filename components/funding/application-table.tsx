import { getLocale, getTranslations } from "next-intl/server";
import { formatDate, formatMoney, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { listApplications } from "@/server/funding/queries/applications";
import { ApplicationBadge } from "./badges";

type Props = { applications: Awaited<ReturnType<typeof listApplications>>; withoutFund?: boolean };

/** Applications that the reader may see. */
export async function ApplicationTable({ applications, withoutFund }: Props) {
  const [t, locale] = [await getTranslations("funding"), (await getLocale()) as Locale];
  return (
    <Table caption={t("applications.title")} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("field.title")}</HeadCell>
          <HeadCell>{t("applications.applicant")}</HeadCell>
          {!withoutFund && <HeadCell>{t("field.fundId")}</HeadCell>}
          <HeadCell numeric>{t("field.amountCents")}</HeadCell>
          <HeadCell>{t("applications.state")}</HeadCell>
          <HeadCell>{t("applications.submittedOn")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {applications.map((row) => (
          <tr key={row.id}>
            <RowHead lang={row.language}>
              <Link href={`/applications/${row.id}`}>{row.title}</Link>
            </RowHead>
            <Cell>{row.applicant.name}</Cell>
            {!withoutFund && (
              <Cell>
                <Link href={`/funding/${row.fund.id}`}>{row.fund.name}</Link>
              </Cell>
            )}
            <Cell numeric>{row.amountCents === null ? "–" : formatMoney(row.amountCents, locale)}</Cell>
            <Cell>
              <ApplicationBadge status={row.status} />
            </Cell>
            <Cell>{row.submittedAt ? formatDate(row.submittedAt, locale, { short: true }) : "–"}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
