import { getLocale, getTranslations } from "next-intl/server";
import { formatPercent, type Locale } from "@/components/ui/format";
import type { SlipHistory } from "@/server/needs/slip";

/** How often and how far a buyer's windows moved, in a sentence or two. */
export async function SlipFacts({ history }: { history: SlipHistory }) {
  const [t, locale] = await Promise.all([getTranslations("needs.slip"), getLocale() as Promise<Locale>]);
  const { needs, moved, medianDays, p90Days } = history;
  if (needs === 0 || medianDays === null || p90Days === null) return <p>{t("noHistory")}</p>;
  return (
    <p>
      {t("moved", { needs, moved, share: formatPercent(moved / needs, locale, 0) })}{" "}
      {t("shift", { median: medianDays, p90: p90Days })}
    </p>
  );
}
