"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";

/** Joins the organisation, then shows it; the whole page follows, since what one may do has changed. */
export function AcceptButton({ by }: { by: { token: string } | { invitationId: string } }) {
  const t = useTranslations("organisations");
  const locale = useLocale();
  return (
    <ActionButton
      variant="primary"
      label={t("invitation.accept")}
      act={() =>
        "token" in by ? trpc.organisations.acceptByToken.mutate(by) : trpc.organisations.acceptOwn.mutate(by)
      }
      done={({ id }) => location.assign(`/${locale}/organisations/${id}`)}
    />
  );
}
