import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RegionView } from "@/components/regions/region-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "regions" });
  return { title: t("kind") };
}

export default async function RegionPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  return <RegionView pack={await api.regions.facts()} />;
}
