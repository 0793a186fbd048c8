import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ResponsePage } from "@/components/responses/response-page";
import { redirect } from "@/server/i18n/navigation";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "responses" });
  return { title: t("kind") };
}

export default async function Response({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  if (!(await api.accounts.me())) return redirect({ href: `/sign-in?to=/${locale}/responses/${id}`, locale });
  return <ResponsePage response={await orNotFound(api.responses.byId({ id }))} />;
}
