import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ReviewsPage } from "@/components/responses/reviews-page";
import { redirect } from "@/server/i18n/navigation";
import { caller, orNotFound } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "responses" });
  return { title: t("reviews.title") };
}

export default async function Reviews({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const { response } = await searchParams;
  const api = await caller();
  if (!(await api.accounts.me()))
    return redirect({ href: `/sign-in?to=/${locale}/challenges/${id}/reviews`, locale });
  const reviewing = await orNotFound(api.responses.reviewing({ challengeId: id }));
  return <ReviewsPage {...reviewing} chosen={typeof response === "string" ? response : null} />;
}
