"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Disclosure } from "@/components/ui/disclosure";
import { formatDate, type Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Dismissal } from "@/server/bundling/queries";

/** What this organisation dismissed, each to be had back. */
export function Dismissals({ dismissals }: { dismissals: Dismissal[] }) {
  const t = useTranslations("bundling");
  const locale = useLocale() as Locale;
  if (dismissals.length === 0) return null;
  return (
    <Disclosure summary={t("dismissals", { count: dismissals.length })}>
      <ul className="flex flex-col gap-4">
        {dismissals.map(({ id, needs, dismissedAt, programmeId, programmeTitle, programmeLanguage }) => (
          <li key={id} className="flex flex-col items-start gap-2">
            <p className="wrap-anywhere">
              {needs.map((need, at) => (
                <span key={need.id}>
                  {at > 0 && " · "}
                  <Link href={`/needs/${need.id}`} lang={need.language}>
                    {need.title}
                  </Link>
                </span>
              ))}
            </p>
            <p className="text-sm text-muted">
              {formatDate(dismissedAt, locale)}
              {programmeId && programmeTitle && (
                <>
                  , {t("forProgramme")}{" "}
                  <Link href={`/programmes/${programmeId}`} lang={programmeLanguage ?? undefined}>
                    {programmeTitle}
                  </Link>
                </>
              )}
            </p>
            <ActionButton small label={t("undo")} act={() => trpc.bundling.undoDismissal.mutate({ id })} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
