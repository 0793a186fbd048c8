"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { Suspense } from "react";

const NAMES = { nl: "Nederlands", en: "English" } as const;

/** The same page in the other language. */
export function LanguageSwitch() {
  return (
    <Suspense>
      <Switch />
    </Suspense>
  );
}

function Switch() {
  const other = useLocale() === "nl" ? "en" : "nl";
  const path = (usePathname() ?? "").replace(/^\/(nl|en)(?=\/|$)/, `/${other}`);
  const query = useSearchParams()?.toString();
  return (
    <a className="tool" href={query ? `${path}?${query}` : path} hrefLang={other} lang={other}>
      {NAMES[other]}
    </a>
  );
}
