import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InterventionList } from "@/components/interventions/list-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("title") };
}

export default async function InterventionsPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  const [list, coverage] = await Promise.all([api.interventions.list({}), api.interventions.coverage()]);
  return <InterventionList list={list} coverage={coverage} />;
}
