import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewNeed } from "@/components/needs/new-need";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "needs" });
  return { title: t("form.new") };
}

export default async function New({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const [words, { mayCreate }] = await Promise.all([
    api.regions.words(),
    api.needs.list({ mine: true, pageSize: 1 }),
  ]);
  return <NewNeed words={words} invitable={mayCreate ? await api.needs.invitable() : null} />;
}
