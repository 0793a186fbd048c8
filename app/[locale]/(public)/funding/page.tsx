import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FundList } from "@/components/funding/fund-list";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "funding" });
  return { title: t("title") };
}

export default async function Funding({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const [list, me] = await Promise.all([api.funding.funds(), api.accounts.me()]);
  return <FundList {...list} applications={me?.actingFor ? await api.funding.applications({}) : null} />;
}
