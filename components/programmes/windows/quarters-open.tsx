"use client";
import { useLocale, useTranslations } from "next-intl";
import { Bar } from "@/components/ui/bar";
import { formatQuarter, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { OpenPerQuarter } from "./plan";

/** How many needs are open at once in each quarter, as it is and as it would be. */
export function QuartersOpen({
  now,
  then,
  needs,
}: {
  now: OpenPerQuarter;
  then: OpenPerQuarter;
  needs: number;
}) {
  const t = useTranslations("windows");
  const locale = useLocale() as Locale;
  const quarters = [...new Set([...now, ...then].map(({ quarter }) => quarter))].sort();
  const countIn = (list: OpenPerQuarter, quarter: string) =>
    list.find((one) => one.quarter === quarter)?.count ?? 0;
  return (
    <Table caption={t("perQuarter")}>
      <thead>
        <tr>
          <HeadCell>{t("quarter")}</HeadCell>
          <HeadCell numeric>{t("now")}</HeadCell>
          <HeadCell numeric>{t("then")}</HeadCell>
          <HeadCell>
            <span className="sr-only">{t("drawn")}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {quarters.map((quarter) => (
          <tr key={quarter}>
            <RowHead className="whitespace-nowrap">{formatQuarter(quarter, locale)}</RowHead>
            <Cell numeric>{countIn(now, quarter)}</Cell>
            <Cell numeric>{countIn(then, quarter)}</Cell>
            <Cell className="w-full min-w-24 align-middle">
              <Bar share={countIn(then, quarter) / needs} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
