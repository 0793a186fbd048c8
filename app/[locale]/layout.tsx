import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasLocale, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/layout/frame";
import type { Me } from "@/components/layout/me";
import { env } from "@/env";
import { routing } from "@/server/i18n/routing";
import { caller } from "@/server/trpc/caller";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "home" });
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("summary") };
}

/** No more of a person goes to the browser than the frame shows. */
const shownOf = ({ id, name, actingFor, organisations }: Me): Me => ({
  id,
  name,
  actingFor: actingFor && nameOf(actingFor),
  organisations: organisations.map(nameOf),
});

const nameOf = ({ id, name }: Me["organisations"][number]) => ({ id, name });

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const api = await caller();
  const [me, regionName, messages] = await Promise.all([
    api.accounts.me(),
    api.regions.name(),
    getMessages(),
  ]);
  const shared = { errors: messages.errors, forms: messages.forms, layout: messages.layout };
  return (
    <html lang={locale}>
      <head>
        <link rel="stylesheet" href="/theme.css" precedence="city" />
      </head>
      <body>
        <NextIntlClientProvider messages={shared as typeof messages}>
          <Frame me={me && shownOf(me)} regionName={regionName[locale]} demo={env.demo}>
            {children}
          </Frame>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
