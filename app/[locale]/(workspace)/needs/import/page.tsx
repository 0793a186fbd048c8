import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ImportList } from "@/components/imports/import-list";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "imports" });
  return { title: t("title") };
}

export default async function Imports({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  if (!(await api.accounts.me())) return redirect({ href: `/sign-in?to=/${locale}/needs/import`, locale });
  return <ImportList list={await api.imports.list()} />;
}
