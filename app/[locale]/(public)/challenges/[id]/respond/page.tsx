import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RespondPage } from "@/components/responses/respond-page";
import { redirect } from "@/server/i18n/navigation";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "responses" });
  return { title: t("respond.title") };
}

export default async function Respond({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const api = await caller();
  if (!(await api.accounts.me()))
    return redirect({ href: `/sign-in?to=/${locale}/challenges/${id}/respond`, locale });
  const [challenge, own] = await orNotFound(
    Promise.all([api.challenges.byId({ id }), api.responses.own({ challengeId: id })]),
  );
  return <RespondPage challenge={challenge} own={own} />;
}
