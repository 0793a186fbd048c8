"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";
import { whenUp } from "@/components/trpc/when-up";

const PAUSE_MS = 3_000;

/** What could not be read is read again by itself once the server answers. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations("errors");
  const router = useRouter();
  useEffect(() => {
    const gone = new AbortController();
    const again = () =>
      startTransition(() => {
        router.refresh();
        reset();
      });
    const timer = setTimeout(() => whenUp(gone.signal).then(again, () => {}), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [reset, router]);
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
