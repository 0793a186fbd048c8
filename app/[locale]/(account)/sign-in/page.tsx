import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SignIn } from "@/components/accounts/sign-in";
import { type Asked, signInPage } from "@/server/auth/sign-in-page";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "accounts" });
  return { title: t("signIn.title") };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  return <SignIn {...(await signInPage(locale, await searchParams))} />;
}
