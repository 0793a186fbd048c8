"use client";
import { useTranslations } from "next-intl";

export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations("errors");
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
