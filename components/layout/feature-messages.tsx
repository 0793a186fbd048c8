import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Hands the texts of these features to the client components below; other texts stay on the server. */
export async function FeatureMessages({
  namespaces,
  children,
}: {
  namespaces: string[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const wanted = ["forms", "errors", ...namespaces];
  const chosen = Object.fromEntries(wanted.map((name) => [name, messages[name] ?? {}]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
