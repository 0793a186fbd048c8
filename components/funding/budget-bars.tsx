import { useLocale, useTranslations } from "next-intl";
import { BarRows } from "@/components/ui/bar-row";
import { formatMoney, formatPercent, type Locale } from "@/components/ui/format";

type Fund = { budgetCents: number; promisedCents: number; leftCents: number };

/** What is promised and what is left, as parts of the budget. */
export function BudgetBars({ fund: { budgetCents, promisedCents, leftCents } }: { fund: Fund }) {
  const [t, locale] = [useTranslations("funding"), useLocale() as Locale];
  const row = (key: "promised" | "left", cents: number) => ({
    key,
    label: t(`budget.${key}`, { share: formatPercent(cents / budgetCents, locale, 0) }),
    share: cents / budgetCents,
    value: formatMoney(cents, locale),
    pattern: key === "promised" ? ("solid" as const) : ("outline" as const),
  });
  return <BarRows rows={[row("promised", promisedCents), row("left", leftCents)]} />;
}
