import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/page";
import { formatDate, type Locale } from "@/components/ui/format";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Need } from "@/server/needs/queries";
import { windowText } from "./window-text";

/** How the period moved, and why; nothing where it never did. */
export async function Slips({ need: { slips, language, windowPrecision } }: { need: Need }) {
  const [t, locale] = await Promise.all([getTranslations("needs"), getLocale() as Promise<Locale>]);
  if (slips.length === 0) return null;
  const shown = (windowStart: string, windowEnd: string) =>
    windowText({ windowStart, windowEnd, windowPrecision }, locale);
  return (
    <Section title={t("page.slips")} id="slips">
      <Table caption={t("page.slipsFinding", { count: slips.length })}>
        <thead>
          <tr>
            <HeadCell>{t("page.slip.on")}</HeadCell>
            <HeadCell>{t("page.slip.from")}</HeadCell>
            <HeadCell>{t("page.slip.to")}</HeadCell>
            <HeadCell>{t("page.slip.reason")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {slips.map((slip) => (
            <tr key={slip.id}>
              <RowHead>{formatDate(slip.movedAt, locale, { short: true })}</RowHead>
              <Cell>{shown(slip.fromStart, slip.fromEnd)}</Cell>
              <Cell>{shown(slip.toStart, slip.toEnd)}</Cell>
              <Cell lang={language}>{slip.reason}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
