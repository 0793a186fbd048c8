import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CoverageView } from "@/components/interventions/coverage-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "interventions" });
  return { title: t("coverage.title") };
}

export default async function CoveragePage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  return <CoverageView covered={await api.interventions.coverage()} />;
}
