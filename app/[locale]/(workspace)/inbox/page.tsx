import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Inbox } from "@/components/notifications/inbox";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

const NEWS = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "notifications" });
  return { title: t("title") };
}

export default async function InboxPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const me = await api.accounts.me();
  if (!me) return redirect({ href: `/sign-in?to=/${locale}/inbox`, locale });
  const [tasks, news] = await Promise.all([
    api.notifications.tasks(),
    api.notifications.news({ limit: NEWS }),
  ]);
  return <Inbox me={me} tasks={tasks} news={news} />;
}
