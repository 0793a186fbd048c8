import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EcosystemView } from "@/components/ecosystem/ecosystem-view";
import { readFilter, type SearchParams } from "@/components/ecosystem/filters";
import { heatmapInput } from "@/server/ecosystem/input";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "ecosystem" });
  return { title: t("title") };
}

export default async function EcosystemPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const asked = readFilter(heatmapInput, await searchParams, ["kind", "ecosystem", "element"]);
  const api = await caller();
  const [heatmap, words] = await Promise.all([api.ecosystem.heatmap(asked), api.regions.words()]);
  return <EcosystemView heatmap={heatmap} words={words} asked={asked} />;
}
