import { useLocale, useTranslations } from "next-intl";
import { FilterBar } from "@/components/ecosystem/filter-bar";
import { Page, PageHeader, Section } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { type Language, PHASES } from "@/db/enums";
import { formatSource } from "@/db/regions/source";
import type { CatalogueFilter } from "@/server/interventions/input";
import type { Catalogue } from "@/server/interventions/queries";
import { CatalogueMatrix } from "./catalogue-matrix";
import { instrumentsFor } from "./instruments-for";
import { InterventionTabs } from "./intervention-tabs";

/** The instruments by element and phase, each with its place in the source. */
export function CatalogueView({ catalogue, asked }: { catalogue: Catalogue; asked: CatalogueFilter }) {
  const t = useTranslations("interventions.catalogue");
  const filterWords = useTranslations("interventions.filter");
  const locale = useLocale() as Language;
  const { instruments, elements } = catalogue;
  const parts = elements
    .filter(({ slug }) => !asked.element || slug === asked.element)
    .map((element) => ({ element, offer: instrumentsFor(instruments, element.slug, asked.phase) }))
    .filter(({ offer }) => offer.length > 0);
  return (
    <Page>
      <PageHeader title={t("title")} finding={t("finding", { count: instruments.length })} />
      <InterventionTabs current="catalogue" />
      <CatalogueMatrix catalogue={catalogue} />
      <FilterBar
        path="/interventions/catalogue"
        asked={asked}
        words={{
          label: filterWords("on"),
          any: filterWords("any"),
          show: filterWords("show"),
          remove: filterWords("remove"),
        }}
        filters={[
          {
            name: "element",
            label: t("element"),
            options: elements.map(({ slug, name }) => ({ value: slug, text: name[locale] })),
          },
          {
            name: "phase",
            label: t("phaseLabel"),
            options: PHASES.map((value) => ({ value, text: t(`phase.${value}`) })),
          },
        ]}
      />
      {parts.length === 0 && <EmptyState title={t("none")} />}
      {parts.map(({ element, offer }) => (
        <Section key={element.slug} title={element.name[locale]} id={element.slug}>
          <ul className="grid gap-x-12 gap-y-4 md:grid-cols-2">
            {offer.map(({ slug, name, description, phases, note, source }) => (
              <li key={slug} className="border-t border-line pt-2">
                <b>{name[locale]}</b>
                <p>
                  {description[locale]} {note?.[locale]}
                </p>
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
      ))}
    </Page>
  );
}
