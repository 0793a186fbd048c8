import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DecisionsView } from "@/components/funding/decisions-view";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "funding" });
  return { title: t("decisions.title") };
}

export default async function FundingPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  return <DecisionsView list={await api.funding.decisions({})} />;
}
