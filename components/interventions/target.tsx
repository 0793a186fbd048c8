import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { formatDate, formatNumber } from "@/components/ui/format";
import type { Language } from "@/db/enums";
import type { Result, Target as TargetOf } from "@/db/schema/interventions";

type Props = { target: TargetOf; result: Result | null; language: Language };

/** From where to where on which indicator, and what came of it. */
export function Target({ target, result, language }: Props) {
  const t = useTranslations("interventions.facts");
  const locale = useLocale() as Language;
  const withUnit = (value: number) => (
    <>
      {formatNumber(value, locale)} <span lang={language}>{target.unit}</span>
    </>
  );
  return (
    <Facts
      facts={[
        { term: t("indicator"), value: <span lang={language}>{target.indicator}</span> },
        { term: t("baseline"), value: withUnit(target.baseline) },
        { term: t("goal"), value: withUnit(target.goal) },
        { term: t("reviewOn"), value: formatDate(target.reviewOn, locale) },
        { term: t("result"), value: result && withUnit(result.value) },
        { term: t("measuredOn"), value: result && formatDate(result.measuredOn, locale) },
        { term: t("note"), value: result && <span lang={language}>{result.note}</span> },
      ]}
    />
  );
}
