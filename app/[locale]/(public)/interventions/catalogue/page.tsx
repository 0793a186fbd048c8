import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CatalogueView } from "@/components/interventions/catalogue-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("catalogue.title") };
}

export default async function CataloguePage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  return <CatalogueView catalogue={await api.interventions.catalogue()} />;
}
