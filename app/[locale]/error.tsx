"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { whenUp } from "@/components/trpc/when-up";

const PAUSE_MS = 3_000;

/** What could not be read is read again by itself once the server answers. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations("errors");
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(() => whenUp(gone.signal).then(reset, () => {}), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [reset]);
  return (
    <div className="mx-auto max-w-prose py-16" role="alert">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="mt-4">{t("page")}</p>
      <button type="button" className="mt-4 underline" onClick={reset}>
        {t("again")}
      </button>
    </div>
  );
}
