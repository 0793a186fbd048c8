import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { GlossaryView } from "@/components/regions/glossary-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "regions" });
  return { title: t("glossary.title") };
}

export default async function GlossaryPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  const { glossary } = await api.regions.facts();
  return <GlossaryView glossary={glossary} />;
}
