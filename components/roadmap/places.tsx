import { getLocale, getTranslations } from "next-intl/server";
import { formatMoneyRange, formatNumber, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { Marked } from "@/components/ui/marked";
import { Cell, HeadCell, RowHead, Table } from "@/components/ui/table";
import type { Place } from "@/server/roadmap/queries/places";
import { langOf } from "./lang-of";

/** The needs of the roadmap by the place they are for, most money first. */
export async function Places({ places, changed }: { places: Place[]; changed: ReadonlySet<string> }) {
  const [t, r, locale] = await Promise.all([
    getTranslations("roadmap.places"),
    getTranslations("roadmap"),
    getLocale() as Promise<Locale>,
  ]);
  return (
    <Table caption={t("caption")} captionHidden>
      <thead>
        <tr>
          <HeadCell>{t("place")}</HeadCell>
          <HeadCell numeric>{t("needs")}</HeadCell>
          <HeadCell numeric>{t("buyers")}</HeadCell>
          <HeadCell numeric>{t("value")}</HeadCell>
          <HeadCell>{t("soonest")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {places.map(({ place, needs, buyers, valueMinCents, valueMaxCents, shown }) => (
          <tr key={place}>
            <RowHead>{place || <span className="text-muted">{t("none")}</span>}</RowHead>
            <Cell numeric>{formatNumber(needs, locale)}</Cell>
            <Cell numeric>{formatNumber(buyers, locale)}</Cell>
            <Cell numeric>{formatMoneyRange(valueMinCents, valueMaxCents, locale)}</Cell>
            <Cell>
              <ul className="flex flex-col gap-1">
                {shown.map((need) => (
                  <li key={need.id}>
                    <Link href={`/needs/${need.id}`} lang={langOf(need, locale)}>
                      <Marked text={need.title} segments={need.found?.title} />
                    </Link>
                    {changed.has(need.id) && <strong className="changed-mark">{` ${r("changed")}`}</strong>}
                  </li>
                ))}
                {needs > shown.length && (
                  <li className="text-muted">
                    {t("more", { count: formatNumber(needs - shown.length, locale) })}
                  </li>
                )}
              </ul>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
