"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { formatDate } from "@/components/ui/format";
import type { Role } from "@/db/enums";

type Invitation = { id: string; email: string; roles: Role[]; expiresAt: Date | string };

export function OpenInvitations({ invitations }: { invitations: Invitation[] }) {
  const t = useTranslations("organisations");
  const locale = useLocale() as "nl" | "en";
  if (invitations.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {invitations.map(({ id, email, roles, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-2">
          <span>
            {email} · {roles.map((role) => t(`role.${role}`)).join(", ")} ·{" "}
            {t("invite.until", { when: formatDate(expiresAt, locale) })}
          </span>
          <ActionButton
            small
            label={t("invite.revoke")}
            act={() => trpc.organisations.revokeInvitation.mutate({ invitationId: id })}
          />
        </li>
      ))}
    </ul>
  );
}
