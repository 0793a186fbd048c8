import { useLocale, useTranslations } from "next-intl";
import { Page, PageHeader, Section } from "@/components/layout/page";
import type { Language } from "@/db/enums";
import { formatSource } from "@/db/regions/source";
import type { getCatalogue } from "@/server/interventions/queries";
import { InterventionTabs } from "./intervention-tabs";

/** The instruments by element, each with the phases it fits and its place in the source. */
export function CatalogueView({ catalogue }: { catalogue: ReturnType<typeof getCatalogue> }) {
  const t = useTranslations("interventions.catalogue");
  const locale = useLocale() as Language;
  const { instruments, elements } = catalogue;
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding", { count: instruments.length })} />
      <InterventionTabs current="catalogue" />
      {elements.map(({ slug: element, name }) => {
        const fitting = instruments.filter((instrument) => instrument.elements.includes(element));
        if (fitting.length === 0) return null;
        return (
          <Section key={element} title={name[locale]}>
            <ul className="grid gap-x-12 gap-y-4 md:grid-cols-2">
              {fitting.map(({ slug, name: instrument, description, phases, source }) => (
                <li key={slug} className="border-t border-line pt-2">
                  <b>{instrument[locale]}</b>
                  <p>{description[locale]}</p>
                  <p className="text-sm text-muted">
                    {phases.length === 0
                      ? t("anyPhase")
                      : phases.map((phase) => t(`phase.${phase}`)).join(", ")}
                    {" · "}
                    {formatSource(source, locale)}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </Page>
  );
}
