import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MyResponses } from "@/components/responses/my-responses";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "responses" });
  return { title: t("title") };
}

export default async function Responses({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  if (!(await api.accounts.me())) return redirect({ href: `/sign-in?to=/${locale}/responses`, locale });
  return <MyResponses responses={await api.responses.mine()} />;
}
