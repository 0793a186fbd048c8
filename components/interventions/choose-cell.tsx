import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { localPath } from "@/components/ui/local-path";
import { SelectField } from "@/components/ui/select-field";
import type { Language } from "@/db/enums";
import type { getCoverage } from "@/server/interventions/queries";

/** The first step of planning: on which element of which ecosystem; the weak ones that nobody works on first. */
export function ChooseCell({ covered }: { covered: Awaited<ReturnType<typeof getCoverage>> }) {
  const t = useTranslations("interventions");
  const locale = useLocale() as Language;
  const { ecosystems, elements, coverage } = covered;
  const named = (all: { slug: string; name: Record<Language, string> }[]) =>
    all.map(({ slug, name }) => ({ value: slug, text: name[locale] }));
  const nameIn = (all: { slug: string; name: Record<Language, string> }[], slug: string) =>
    all.find((one) => one.slug === slug)?.name[locale];
  return (
    <Page>
      <PageHeader
        kind={<Link href="/interventions">{t("title")}</Link>}
        title={t("plan")}
        finding={t("chooseCell.finding", { count: coverage.uncovered.length })}
      />
      {(["uncovered", "covered"] as const).map(
        (part) =>
          coverage[part].length > 0 && (
            <Section key={part} title={t(`chooseCell.${part}`)}>
              <ul className="grid gap-x-12 gap-y-2 sm:grid-cols-2">
                {coverage[part].map(({ ecosystem, element }) => (
                  <li key={`${ecosystem}/${element}`}>
                    <Link href={`/interventions/new?ecosystem=${ecosystem}&element=${element}`}>
                      {nameIn(elements, element)}, {nameIn(ecosystems, ecosystem)}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          ),
      )}
      <Section title={t("chooseCell.any")}>
        <form action={localPath("/interventions/new", locale)} className="flex flex-col gap-4">
          <SelectField name="ecosystem" label={t("form.ecosystem")} options={named(ecosystems)} />
          <SelectField name="element" label={t("form.element")} options={named(elements)} />
          <div>
            <Button type="submit">{t("chooseCell.go")}</Button>
          </div>
        </form>
      </Section>
    </Page>
  );
}
