import { useLocale, useTranslations } from "next-intl";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ElementSlug, Language } from "@/db/enums";
import type { getFitting, getIntervention, listPossiblePartners } from "@/server/interventions/queries";
import { InterventionForm } from "./intervention-form";
import { offerOf } from "./offer";

type Props = {
  fitting: Awaited<ReturnType<typeof getFitting>>;
  partners: Awaited<ReturnType<typeof listPossiblePartners>>;
  /** The one that is changed; left out for a new one. */
  it?: Awaited<ReturnType<typeof getIntervention>>;
  /** The sentence that says why not, when this person may not. */
  refusal: string | null;
};

/** The form on a cell: the catalogue offers what is meant for the element and fits the phase. */
export function PlanView({ fitting, partners, it, refusal }: Props) {
  const t = useTranslations("interventions");
  const locale = useLocale() as Language;
  const { ecosystem, element } = fitting;
  const cell = `${element.name[locale]}, ${ecosystem.name[locale]}`;
  return (
    <Page>
      <PageHeader
        kind={
          it ? (
            <Link href={`/interventions/${it.id}`} lang={it.language}>
              {it.title}
            </Link>
          ) : (
            <Link href={`/ecosystem/${ecosystem.slug}/${element.slug}`}>{cell}</Link>
          )
        }
        title={t(it ? "change" : "plan")}
        finding={t("form.finding", {
          cell,
          advised: fitting.advised.length,
          fitting: fitting.fitting.length,
        })}
      />
      {refusal ? (
        <Notice kind="attention">{refusal}</Notice>
      ) : (
        <FeatureMessages namespaces={["interventions"]}>
          <InterventionForm
            initial={
              it
                ? initialOf(it)
                : emptyOn(ecosystem.slug, element.slug as ElementSlug, locale, {
                    indicator: element.indicator.name[locale],
                    unit: element.indicator.unit[locale].slice(0, 60),
                  })
            }
            instruments={offerOf(fitting, locale, {
              advised: t("form.offer.advised"),
              fitting: t("form.offer.fitting"),
              other: t("form.offer.other"),
            })}
            partners={partners.map(({ id, name }) => ({ id, name }))}
          />
        </FeatureMessages>
      )}
    </Page>
  );
}

const emptyOn = (
  ecosystem: string,
  element: ElementSlug,
  language: Language,
  measure: { indicator: string; unit: string },
) => ({
  title: "",
  description: "",
  language,
  instrument: "",
  ecosystem,
  element,
  partners: [] as string[],
  budgetCents: null,
  startsOn: "",
  endsOn: "",
  target: { ...measure, baseline: null, goal: null, reviewOn: "" },
});

function initialOf(it: NonNullable<Props["it"]>) {
  const { id, version, title, description, language, instrument, ecosystem, element } = it;
  const { budgetCents, startsOn, endsOn, target } = it;
  const partners = it.partners.map((partner) => partner.id);
  return {
    ...{ id, version, title, description, language, instrument, ecosystem, element },
    ...{ budgetCents, startsOn, endsOn, target, partners },
  };
}
