import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Profile } from "@/components/accounts/profile";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "accounts" });
  return { title: t("profile.title") };
}

export default async function ProfilePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const api = await caller();
  const me = await api.accounts.me();
  if (!me) return redirect({ href: `/sign-in?to=/${locale}/profile`, locale });
  const [sessions, mail, isShown] = await Promise.all([
    api.accounts.sessions(),
    api.notifications.mailSettings(),
    api.collaboration.showsPresence(),
  ]);
  return <Profile me={me} mail={mail} isShown={isShown} sessions={sessions} />;
}
