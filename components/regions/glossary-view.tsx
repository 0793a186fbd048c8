import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader } from "@/components/layout/page";
import type { Language } from "@/db/enums";
import type { RegionPack } from "@/db/regions/schema";
import { Place } from "./place";

/** The words of the field, in alphabetical order, each with what the other language calls it. */
export function GlossaryView({ glossary }: { glossary: RegionPack["glossary"] }) {
  const t = useTranslations("regions.glossary");
  const locale = useLocale() as Language;
  const other = locale === "nl" ? "en" : "nl";
  const terms = [...glossary].sort((a, b) => a.term[locale].localeCompare(b.term[locale], locale));
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding", { count: terms.length })} />
      <dl className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        {terms.map(({ slug, term, meaning, source }) => (
          <div key={slug} id={slug} className="border-t border-line pt-3">
            <dt>
              <b>{term[locale]}</b>{" "}
              {term[other] !== term[locale] && (
                <span className="text-sm text-muted" lang={other}>
                  {term[other]}
                </span>
              )}
            </dt>
            <dd>
              {meaning[locale]} {source && <Place at={source} />}
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
