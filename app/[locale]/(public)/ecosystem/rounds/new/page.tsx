import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewRound } from "@/components/ecosystem/new-round";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "ecosystem" });
  return { title: t("rounds.create") };
}

export default async function NewRoundPage({ params }: Props) {
  setRequestLocale((await params).locale);
  const api = await caller();
  const { mayCreate } = await api.ecosystem.rounds();
  return <NewRound mayCreate={mayCreate} />;
}
