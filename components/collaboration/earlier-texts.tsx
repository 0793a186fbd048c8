"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { formatDate, type Locale } from "@/components/ui/format";

type Earlier = { text: string; writtenAt: string };

/** That a comment was edited, quietly; what it said before is fetched when asked for. */
export function EarlierTexts({ id, editedAt }: { id: string; editedAt: string }) {
  const t = useTranslations("collaboration.comments");
  const locale = useLocale() as Locale;
  const [earlier, setEarlier] = useState<Earlier[] | null>(null);
  const { run, sentence } = useAction(
    () => trpc.collaboration.earlierTexts.query({ id }),
    (texts) =>
      setEarlier(
        texts.map(({ text, writtenAt }) => ({ text, writtenAt: new Date(writtenAt).toISOString() })),
      ),
  );
  const when = (at: string) => formatDate(at, locale, { time: true, short: true });
  return (
    <details className="text-sm text-muted" onToggle={(event) => event.currentTarget.open && void run()}>
      <summary>
        {t("edited")} {when(editedAt)}
      </summary>
      {sentence && <p role="alert">{sentence}</p>}
      {earlier && (
        <ol className="flex flex-col gap-2 border-s-2 border-line ps-3 pt-2" aria-label={t("earlier")}>
          {earlier.map(({ text, writtenAt }) => (
            <li key={writtenAt}>
              <p>{t("writtenAt", { when: when(writtenAt) })}</p>
              <p className="max-w-measure whitespace-pre-line wrap-anywhere">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
