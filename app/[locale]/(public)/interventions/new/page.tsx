import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readFilter, type SearchParams } from "@/components/ecosystem/filters";
import { ChooseCell } from "@/components/interventions/choose-cell";
import { PlanView } from "@/components/interventions/plan-view";
import { fittingInput } from "@/server/interventions/input";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("plan") };
}

export default async function PlanPage({ params, searchParams }: Props) {
  setRequestLocale((await params).locale);
  const { ecosystem, element } = readFilter(fittingInput, await searchParams, ["ecosystem", "element"]);
  const api = await caller();
  if (!ecosystem || !element) return <ChooseCell covered={await api.interventions.coverage()} />;
  const [fitting, { mayPlan }, t] = await Promise.all([
    orNotFound(api.interventions.fitting({ ecosystem, element })),
    api.interventions.catalogue(),
    getTranslations("interventions"),
  ]);
  return (
    <PlanView
      fitting={fitting}
      partners={mayPlan ? await api.interventions.possiblePartners() : []}
      refusal={mayPlan ? null : t("errors.onlyCurator")}
    />
  );
}
