import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { readFilter, type SearchParams } from "@/components/ecosystem/filters";
import { InterventionList } from "@/components/interventions/list-view";
import { listInput } from "@/server/interventions/input";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("title") };
}

export default async function InterventionsPage({ params, searchParams }: Props) {
  setRequestLocale((await params).locale);
  const asked = readFilter(listInput, await searchParams, ["status", "ecosystem", "element"]);
  const api = await caller();
  const [list, coverage] = await Promise.all([api.interventions.list(asked), api.interventions.coverage()]);
  return <InterventionList list={list} coverage={coverage} asked={asked} />;
}
