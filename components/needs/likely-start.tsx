import { getLocale, getTranslations } from "next-intl/server";
import { formatDate, formatQuarter, type Locale } from "@/components/ui/format";
import type { WindowPrecision } from "@/db/enums";
import { quarterOfDay } from "@/server/core/quarters";
import type { NeedOutlook } from "@/server/needs/queries/slips";
import { SlipFacts } from "./slip-facts";

/** When a window is likely to start, and one key away on what ground; or how much history is lacking for that. */
export async function LikelyStart({
  outlook,
  precision,
}: {
  outlook: NeedOutlook;
  precision: WindowPrecision;
}) {
  const [t, locale] = await Promise.all([getTranslations("needs.slip"), getLocale() as Promise<Locale>]);
  const { likely, history } = outlook;
  const shown = (day: string) =>
    precision === "date" ? formatDate(day, locale) : formatQuarter(quarterOfDay(day), locale);
  return (
    <>
      {likely ? (
        <>
          <p>{t("likely", { when: shown(likely.p50) })}</p>
          <p>{t("atLast", { when: shown(likely.p90) })}</p>
        </>
      ) : (
        <p className="text-muted">{t("notEnough", { lacking: history.lacking })}</p>
      )}
      <details className="text-sm">
        <summary className="text-link inline-block">{t("ground")}</summary>
        <div className="flex flex-col gap-2 pt-2">
          <SlipFacts history={history} />
          <p className="text-muted">{t("formula")}</p>
        </div>
      </details>
    </>
  );
}
