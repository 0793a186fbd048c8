import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewOrganisation } from "@/components/organisations/new-organisation";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations" });
  return { title: t("new.title") };
}

export default async function NewOrganisationPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  if (!(await (await caller()).accounts.me()))
    return redirect({ href: `/sign-in?to=/${locale}/organisations/new`, locale });
  return <NewOrganisation />;
}
