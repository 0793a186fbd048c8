import { useLocale, useTranslations } from "next-intl";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { formatSource } from "@/db/regions/source";

/** Instruments of the catalogue, with the phases they fit and their place in the source. */
export function Instruments({ instruments }: { instruments: RegionPack["instruments"] }) {
  const t = useTranslations("ecosystem");
  const locale = useLocale() as Language;
  return (
    <ul className="flex max-w-measure flex-col gap-3">
      {instruments.map(({ slug, name, description, phases, note, source }) => (
        <li key={slug}>
          <b>{name[locale]}</b>
          <p>
            {description[locale]} {note?.[locale]}
          </p>
          <p className="text-sm text-muted">
            {phases.length === 0 ? t("phase.any") : phases.map((phase) => t(`phase.${phase}`)).join(", ")}
            {" · "}
            {formatSource(source, locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}
