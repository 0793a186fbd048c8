import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Hands the texts of these features, or of these parts of them ("needs.field"), to the client components below; other
 * texts stay on the server.
 */
export async function FeatureMessages({
  namespaces,
  children,
}: {
  namespaces: string[];
  children: ReactNode;
}) {
  const messages = (await getMessages()) as Texts;
  const chosen: Texts = {};
  for (const path of ["forms", "errors", ...namespaces]) choose(messages, chosen, path.split("."));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}

type Texts = { [name: string]: Texts | string };

function choose(from: Texts, into: Texts, [name, ...rest]: string[]): void {
  const part = from[name!] ?? {};
  if (rest.length === 0 || typeof part === "string") {
    into[name!] = part;
    return;
  }
  const below = { ...(into[name!] as Texts | undefined) };
  choose(part, below, rest);
  into[name!] = below;
}
