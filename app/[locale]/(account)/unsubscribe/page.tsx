import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Unsubscribe } from "@/components/notifications/unsubscribe";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "mail" });
  return { title: t("page.title"), referrer: "no-referrer" };
}

export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { token, done } = await searchParams;
  return <Unsubscribe token={typeof token === "string" ? token : null} isDone={done === "1"} />;
}
