import { getLocale, getTranslations } from "next-intl/server";
import { Chip, ChipRow } from "@/components/ui/chip";
import { formatMoney, formatQuarter, type Locale } from "@/components/ui/format";
import type { Words } from "./filter-form";
import { type Asked, FILTERS, type FilterName, roadmapHref } from "./filters";

/** The filters that are on, each a link to the roadmap without it. */
export async function FilterChips({ asked, words }: { asked: Asked; words: Words }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap.filter"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const on = FILTERS.filter((name) => asked[name]);
  if (on.length === 0) return null;

  const nameIn = (list: readonly { slug: string; name: Record<Locale, string> }[], slug?: string) =>
    list.find((one) => one.slug === slug)?.name[locale] ?? slug;
  const said: Record<FilterName, () => string | undefined> = {
    q: () => `“${asked.q}”`,
    theme: () => nameIn(words.missionThemes, asked.theme),
    ecosystem: () => nameIn(words.ecosystems, asked.ecosystem),
    buyerKind: () => n(`buyerKind.${asked.buyerKind!}`),
    certainty: () => n(`certainty.${asked.certainty!}`),
    value: () => t("fromValue", { value: formatMoney(asked.value! * 100, locale) }),
    from: () => t("fromQuarter", { quarter: formatQuarter(asked.from!, locale) }),
    until: () => t("untilQuarter", { quarter: formatQuarter(asked.until!, locale) }),
  };
  return (
    <ChipRow label={t("on")}>
      {on.map((name) => (
        <Chip key={name} href={roadmapHref(asked, { [name]: undefined })} removeLabel={t("remove")}>
          {said[name]()}
        </Chip>
      ))}
    </ChipRow>
  );
}
