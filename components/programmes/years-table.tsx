import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { Figure } from "@/components/ui/figure";
import { formatMoney, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import { PLEDGE_KINDS } from "@/db/enums";
import type { Programme } from "@/server/programmes/queries";

/** What is asked per year beside what others pledged for it; what nobody pledged stands out. */
export async function YearsTable({ years }: { years: Programme["years"] }) {
  const [t, locale] = await Promise.all([getTranslations("programmes"), getLocale() as Promise<Locale>]);
  if (years.length === 0) return null;
  const open = years.filter(({ lacking }) => lacking.length > 0).length;
  return (
    <Section title={t("years.title")} id="years">
      <Figure
        finding={open === 0 ? t("years.findingNone") : t("years.finding", { open, years: years.length })}
        formula={{ summary: t("years.how"), text: t("years.formula") }}
      >
        <Table caption={t("years.caption")} captionHidden>
          <thead>
            <tr>
              <HeadCell>{t("years.year")}</HeadCell>
              <HeadCell numeric>{t("years.needs")}</HeadCell>
              <HeadCell numeric>{t("years.value")}</HeadCell>
              <HeadCell numeric>{t("years.capital")}</HeadCell>
              <HeadCell>{t("years.pledged")}</HeadCell>
              <HeadCell>{t("years.lacking")}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {years.map((row) => (
              <tr key={row.year}>
                <RowHead>{row.year}</RowHead>
                <Cell numeric>{row.needs}</Cell>
                <Cell numeric>{formatMoney(row.valueCents, locale)}</Cell>
                <Cell numeric>{formatMoney(row.capitalCents, locale)}</Cell>
                <Cell>
                  {PLEDGE_KINDS.filter((kind) => row.pledges[kind] > 0)
                    .map((kind) => `${t(`pledgeKind.${kind}`)} (${row.pledges[kind]})`)
                    .join(", ") || t("years.nothing")}
                </Cell>
                <Cell>
                  {row.lacking.map((kind) => t(`pledgeKind.${kind}`)).join(", ") || t("years.nothing")}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Figure>
    </Section>
  );
}
