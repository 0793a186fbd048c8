import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RoundList } from "@/components/ecosystem/round-list";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "ecosystem" });
  return { title: t("rounds.title") };
}

export default async function RoundsPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  return <RoundList list={await api.ecosystem.rounds()} />;
}
