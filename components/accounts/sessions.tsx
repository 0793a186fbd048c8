"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { formatDate } from "@/components/ui/format";

type Session = { id: string; userAgent: string | null; createdAt: Date | string; isThisOne: boolean };

/** Where the reader is signed in, each to be ended by itself. */
export function Sessions({ sessions }: { sessions: Session[] }) {
  const t = useTranslations("accounts");
  const locale = useLocale() as "nl" | "en";
  return (
    <ul className="flex flex-col">
      {sessions.map(({ id, userAgent, createdAt, isThisOne }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3">
          <div className="min-w-0">
            <p className="font-bold">
              {t("profile.since", { when: formatDate(createdAt, locale, { time: true }) })}
            </p>
            <p className="text-sm break-words text-muted">
              {isThisOne ? t("profile.thisBrowser") : (userAgent ?? t("profile.unknownBrowser"))}
            </p>
          </div>
          <ActionButton
            small
            label={t("profile.endSession")}
            act={() => trpc.accounts.revokeSession.mutate({ sessionId: id })}
          />
        </li>
      ))}
    </ul>
  );
}
