import { useLocale, useTranslations } from "next-intl";
import type { Language } from "@/db/enums";
import type { Source } from "@/db/regions/schema";
import { formatSource } from "@/db/regions/source";

/** Where in the source document a fact stands. */
export function Place({ at }: { at: Source }) {
  const t = useTranslations("regions");
  const locale = useLocale() as Language;
  return (
    <span className="text-sm text-muted">
      <span className="sr-only">{t("place")}: </span>
      {formatSource(at, locale)}
    </span>
  );
}
