import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readFilter, type SearchParams } from "@/components/ecosystem/filters";
import { CatalogueView } from "@/components/interventions/catalogue-view";
import { catalogueFilter } from "@/server/interventions/input";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("catalogue.title") };
}

export default async function CataloguePage({ params, searchParams }: Props) {
  setRequestLocale((await params).locale);
  const asked = readFilter(catalogueFilter, await searchParams, ["element", "phase"]);
  const api = await caller();
  return <CatalogueView catalogue={await api.interventions.catalogue()} asked={asked} />;
}
