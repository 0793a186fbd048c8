"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { CheckboxGroup } from "@/components/ui/choice-field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/db/enums";
import { inviteInput } from "@/server/organisations/input";

type Fields = { id: string; email: string; roles: Role[] };

/** Asks someone by mail to join, with roles that fit the kind of organisation. */
export function InviteForm({
  organisationId,
  possibleRoles,
}: {
  organisationId: string;
  possibleRoles: readonly Role[];
}) {
  const t = useTranslations("organisations");
  const router = useRouter();
  const [outcome, setOutcome] = useState<{ round: number; sent: boolean } | null>(null);
  return (
    <>
      {outcome && (
        <Notice live kind={outcome.sent ? "success" : "attention"}>
          {t(outcome.sent ? "invite.sent" : "invite.notSent")}
        </Notice>
      )}
      <AppForm<Fields, { sent: boolean }>
        key={outcome?.round ?? 0}
        name={`invite:${organisationId}`}
        schema={inviteInput}
        initial={{ id: organisationId, email: "", roles: [] }}
        labels={{ email: t("invite.address"), roles: t("roles") }}
        submitLabel={t("invite.send")}
        submit={(input) => trpc.organisations.invite.mutate(input)}
        done={({ sent }) => {
          setOutcome((before) => ({ round: (before?.round ?? 0) + 1, sent }));
          router.refresh();
        }}
      >
        {({ bind }) => (
          <>
            <TextField {...bind.text("email")} type="email" autoComplete="off" maxLength={254} />
            <CheckboxGroup
              {...bind.text("roles")}
              options={possibleRoles.map((role) => ({ value: role, text: t(`role.${role}`) }))}
            />
          </>
        )}
      </AppForm>
    </>
  );
}
