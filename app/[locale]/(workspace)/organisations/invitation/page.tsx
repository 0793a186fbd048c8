import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Invitations } from "@/components/organisations/invitations";
import { redirect } from "@/server/i18n/navigation";
import { caller } from "@/server/trpc/caller";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "organisations" });
  return { title: t("invitation.title"), referrer: "no-referrer" };
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const given = String((await searchParams).token ?? "");
  const token = /^[0-9a-f]{64}$/.test(given) ? given : null;
  const api = await caller();
  const me = await api.accounts.me();
  if (!me) {
    const back = `/${locale}/organisations/invitation${token ? `?token=${token}` : ""}`;
    return redirect({ href: `/sign-in?to=${encodeURIComponent(back)}`, locale });
  }
  return (
    <Invitations token={token} address={me.email} invitations={await api.organisations.ownInvitations()} />
  );
}
