import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlanForm } from "@/components/interventions/plan-form";
import { FeatureMessages } from "@/components/layout/feature-messages";
import { Page, PageHeader } from "@/components/layout/page";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ ecosystem?: string; element?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("plan") };
}

export default async function PlanPage({ params, searchParams }: Props) {
  setRequestLocale((await params).locale);
  const { ecosystem = "", element = "" } = await searchParams;
  const api = await caller();
  const [words, { instruments }, t] = await Promise.all([
    api.regions.words(),
    api.interventions.catalogue(),
    getTranslations("interventions"),
  ]);
  return (
    <Page>
      <PageHeader title={t("plan")} />
      <FeatureMessages namespaces={["interventions"]}>
        <PlanForm
          ecosystems={words.ecosystems.map(({ slug, name }) => ({ slug, name }))}
          elements={words.elements}
          instruments={instruments.map(({ slug, name, elements }) => ({ slug, name, elements }))}
          ecosystem={ecosystem}
          element={element}
        />
      </FeatureMessages>
    </Page>
  );
}
