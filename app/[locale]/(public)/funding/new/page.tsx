import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewFund } from "@/components/funding/new-fund";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "funding" });
  return { title: t("fund.open") };
}

export default async function New({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  if (!(await api.accounts.me())) return redirect({ href: `/sign-in?to=/${locale}/funding/new`, locale });
  const { mayOpen } = await api.funding.funds();
  return <NewFund mayOpen={mayOpen} />;
}
