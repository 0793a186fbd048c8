import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { filterInput, readFilters } from "@/components/roadmap/filters";
import { ViewsPage } from "@/components/views/views-page";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";
import { saveViewInput } from "@/server/views/input";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "views" });
  return { title: t("title") };
}

export default async function Views({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const [me, own] = await Promise.all([api.accounts.me(), api.views.own()]);
  if (!me || !own) return redirect({ href: `/sign-in?to=/${locale}/views`, locale });
  const { from } = await searchParams;
  return <ViewsPage own={own} saving={savingOf(from)} organisation={me.actingFor?.name ?? null} />;
}

/** The view that is to be saved, when the address names one of the roadmap's. */
function savingOf(from: string | string[] | undefined) {
  const address = saveViewInput.shape.address.safeParse(from);
  if (!address.success) return null;
  const { searchParams } = new URL(address.data, "http://roadmap");
  return { address: address.data, filters: filterInput(readFilters(Object.fromEntries(searchParams))) };
}
