import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewChallenge } from "@/components/challenges/edit-challenge";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "challenges" });
  return { title: t("new.title") };
}

export default async function New({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { need, programme } = await searchParams;
  if (!(await (await caller()).accounts.me()))
    return redirect({ href: `/sign-in?to=/${locale}/challenges/new`, locale });
  return <NewChallenge need={one(need)} programme={one(programme)} />;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : null);
