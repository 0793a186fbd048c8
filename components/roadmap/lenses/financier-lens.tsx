import { getLocale, getTranslations } from "next-intl/server";
import { CertaintyMark } from "@/components/ui/certainty-mark";
import { Figure } from "@/components/ui/figure";
import { formatMoney, formatNumber, type Locale } from "@/components/ui/format";
import { StackRows } from "@/components/ui/stack-rows";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { FinancierLens as View } from "@/server/roadmap/lenses/queries/financier";
import { FinancedProgrammes } from "./financed-programmes";
import { LensPage, type LensProps } from "./lens-page";
import { partsOf } from "./parts";

type Props = LensProps & { view: View };

/** What will be spent per year, how sure that is, and what capital stands against it. */
export async function FinancierLens({ view, ...props }: Props) {
  const [t, locale] = await Promise.all([
    getTranslations("lenses.financier"),
    getLocale() as Promise<Locale>,
  ]);
  const { totals, years } = view;
  const money = (cents: number) => formatMoney(cents, locale);
  const widest = years.reduce((most, one) => (one.gapCents > most.gapCents ? one : most), years[0]!);
  const finding = () => {
    if (totals.needs === 0) return t("findingNone");
    const spending = money(totals.spendingCents);
    if (widest.gapCents === 0) return t("findingAll", { spending });
    const pledged = money(totals.ownCents + totals.othersCents);
    return t("finding", { spending, pledged, year: String(widest.year) });
  };
  const detail = () => {
    if (totals.needs === 0) return undefined;
    const [own, others] = [money(totals.ownCents), money(totals.othersCents)];
    return totals.multiplier === null
      ? t("aboutOthers", { others, isSigned: props.pledging.ownLens === "financier" ? "yes" : "no" })
      : t("aboutMultiplier", { own, others, multiplier: formatNumber(totals.multiplier, locale, 1) });
  };
  return (
    <LensPage
      {...props}
      {...view}
      loose={totals.loose}
      isEmpty={totals.needs === 0}
      finding={finding()}
      detail={detail()}
    >
      <Years years={years} />
      <FinancedProgrammes programmes={view.programmes} asked={props.asked} pledging={props.pledging} />
    </LensPage>
  );
}

async function Years({ years }: { years: View["years"] }) {
  const [t, l, n, locale] = await Promise.all([
    getTranslations("lenses.financier"),
    getTranslations("lenses"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const money = (cents: number) => formatMoney(cents, locale);
  const most = Math.max(
    ...years.map((year) => Math.max(year.spendingCents, year.ownCents + year.othersCents)),
  );
  return (
    <Figure finding={t("chart")} formula={{ summary: l("how"), text: t("formula") }}>
      <StackRows
        rows={years.map((year) => ({
          key: String(year.year),
          label: year.year,
          value: `${money(year.spendingCents)} · ${t("pledged", { value: money(year.ownCents + year.othersCents) })}`,
          parts: partsOf(
            year.spending,
            most,
            (certainty, part) => `${n(`certainty.${certainty}`)} ${money(part)}`,
          ),
          against: [
            {
              sureness: "solid",
              share: year.ownCents / Math.max(1, most),
              words: t("ownPart", { value: money(year.ownCents) }),
            },
            {
              sureness: "hatched",
              share: year.othersCents / Math.max(1, most),
              words: t("othersPart", { value: money(year.othersCents) }),
            },
          ],
        }))}
      />
      <ul aria-label={t("thin")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <li className="text-muted">{t("thin")}</li>
        <li className="stack-against">
          <CertaintyMark sureness="solid" word={t("own")} />
        </li>
        <li className="stack-against">
          <CertaintyMark sureness="hatched" word={t("others")} />
        </li>
      </ul>
      <Table caption={t("caption")}>
        <thead>
          <tr>
            <HeadCell>{t("year")}</HeadCell>
            <HeadCell numeric>{t("spending")}</HeadCell>
            <HeadCell numeric>{t("loose")}</HeadCell>
            <HeadCell numeric>{t("own")}</HeadCell>
            <HeadCell numeric>{t("others")}</HeadCell>
            <HeadCell numeric>{t("multiplier")}</HeadCell>
            <HeadCell numeric>{t("gap")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.year}>
              <RowHead>{year.year}</RowHead>
              <Cell numeric>{money(year.spendingCents)}</Cell>
              <Cell numeric>{money(year.looseCents)}</Cell>
              <Cell numeric>{money(year.ownCents)}</Cell>
              <Cell numeric>{money(year.othersCents)}</Cell>
              <Cell numeric>
                {year.multiplier === null ? t("noMultiplier") : formatNumber(year.multiplier, locale, 1)}
              </Cell>
              <Cell numeric className="font-bold">
                {money(year.gapCents)}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Figure>
  );
}
