"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Footer } from "./footer";
import { Keys } from "./keys/keys";
import { TopBar, type TopBarProps } from "./top-bar";

/** The frame around every page. It stands in the browser too, so that a page is sent the facts of it and not its elements. */
export function Frame({ children, demo, ...bar }: TopBarProps & { demo: boolean; children: ReactNode }) {
  const t = useTranslations("layout");
  return (
    <div className="flex min-h-dvh flex-col" data-person={bar.me?.id}>
      <a href="#main" className="skip-link">
        {t("skip")}
      </a>
      <TopBar {...bar} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Footer demo={demo} />
      <Keys isSignedIn={bar.me !== null} />
    </div>
  );
}
