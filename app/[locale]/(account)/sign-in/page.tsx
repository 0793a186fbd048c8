import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SignIn } from "@/components/accounts/sign-in";
import { csrfTokenIn } from "@/server/auth/csrf";
import { pathOfOurs } from "@/server/auth/handler";
import { signInWays } from "@/server/auth/ways";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "accounts" });
  return { title: t("signIn.title") };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const given = await searchParams;
  const one = (name: string) => (typeof given[name] === "string" ? given[name] : null);
  const jar = await cookies();
  const csrfToken = csrfTokenIn(jar);
  const to = pathOfOurs(one("to")) ?? `/${locale}/inbox`;
  if (!csrfToken && one("ready") === null) {
    const back = new URLSearchParams({ ready: "1", to, ...kept(one, ["sent", "error"]) });
    redirect(`/api/sign-in?to=${encodeURIComponent(`/${locale}/sign-in?${back}`)}`);
  }
  return (
    <SignIn
      csrfToken={csrfToken}
      to={to}
      error={one("error")}
      sent={one("sent") !== null}
      ways={await signInWays(jar, one("sent") !== null)}
    />
  );
}

function kept(one: (name: string) => string | null, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (one(name) === null ? [] : [[name, one(name)!]])));
}
