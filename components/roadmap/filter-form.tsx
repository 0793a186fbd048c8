import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { formatMoney, formatQuarter, type Locale, quarterOf } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { QuarterField } from "@/components/ui/quarter-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { CERTAINTIES } from "@/db/enums";
import { BUYER_KINDS } from "@/server/needs/input";
import type { getWords } from "@/server/regions/queries";
import { type Asked, FILTERS, roadmapHref, roadmapPath } from "./filters";

export type Words = ReturnType<typeof getWords>;

/** Choices of least value, in whole euros. */
const VALUES = [100_000, 250_000, 1_000_000, 5_000_000, 10_000_000];
const YEARS_AHEAD = 5;

/** A plain form, so that it works without JavaScript and the address holds the question. */
export async function FilterForm({ asked, words, from }: { asked: Asked; words: Words; from: string }) {
  const [t, n, locale] = await Promise.all([
    getTranslations("roadmap.filter"),
    getTranslations("needs"),
    getLocale() as Promise<Locale>,
  ]);
  const year = Number(from.slice(0, 4));
  const years = { locale, from: Math.min(year, new Date().getFullYear() - 1), to: year + YEARS_AHEAD };
  const kinds = (kind: "sector" | "cluster") => ({
    group: t(kind),
    options: words.ecosystems
      .filter((one) => one.kind === kind)
      .map(({ slug, name }) => ({ value: slug, text: name[locale] })),
  });
  const clear = roadmapHref(asked, Object.fromEntries(FILTERS.map((name) => [name, undefined])));
  const kept = new URLSearchParams(clear.split("?")[1]);
  return (
    <form
      key={roadmapHref(asked)}
      method="get"
      action={localPath(roadmapPath(asked), locale)}
      className="flex flex-col gap-3"
    >
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id="roadmap-q"
          className="min-w-0 grow basis-60 sm:grow-0 sm:basis-96"
          name="q"
          type="search"
          label={t("q")}
          defaultValue={asked.q}
          maxLength={200}
        />
        <Button type="submit" variant="primary" icon="search">
          {t("submit")}
        </Button>
        {FILTERS.some((name) => asked[name]) && (
          <Link className="py-2.5" href={clear}>
            {t("clear")}
          </Link>
        )}
      </div>
      <Disclosure summary={t("more")}>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-6 gap-y-4">
          <SelectField
            name="theme"
            label={t("theme")}
            empty={t("all")}
            defaultValue={asked.theme ?? ""}
            options={words.missionThemes.map(({ slug, name }) => ({ value: slug, text: name[locale] }))}
          />
          <SelectField
            name="ecosystem"
            label={t("ecosystem")}
            empty={t("all")}
            defaultValue={asked.ecosystem ?? ""}
            options={[kinds("sector"), kinds("cluster")]}
          />
          <SelectField
            name="buyerKind"
            label={t("buyerKind")}
            empty={t("all")}
            defaultValue={asked.buyerKind ?? ""}
            options={BUYER_KINDS.map((kind) => ({ value: kind, text: n(`buyerKind.${kind}`) }))}
          />
          <SelectField
            name="certainty"
            label={t("certainty")}
            empty={t("all")}
            defaultValue={asked.certainty ?? ""}
            options={[...CERTAINTIES]
              .reverse()
              .map((certainty) => ({ value: certainty, text: n(`certainty.${certainty}`) }))}
          />
          <SelectField
            name="value"
            label={t("value")}
            empty={t("any")}
            defaultValue={asked.value ? String(asked.value) : ""}
            options={VALUES.map((value) => ({
              value: String(value),
              text: t("fromValue", { value: formatMoney(value * 100, locale) }),
            }))}
          />
          <QuarterField
            {...years}
            name="from"
            label={t("from")}
            empty={t("now", { quarter: formatQuarter(quarterOf(new Date()), locale) })}
            defaultValue={asked.from ?? ""}
          />
          <QuarterField
            {...years}
            name="until"
            label={t("until")}
            empty={t("end")}
            defaultValue={asked.until ?? ""}
          />
        </div>
        <div className="pt-4">
          <Button type="submit">{t("apply")}</Button>
        </div>
      </Disclosure>
    </form>
  );
}
