"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { useAction } from "@/components/forms/use-action";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Ability } from "@/server/core/policy";

type Props = { step: { id: string; version: number }; ability: Ability };

export function SubmitButton({ step, ability }: Props) {
  const t = useTranslations("funding");
  return (
    <ActionButton
      variant="primary"
      label={t("application.submit")}
      ability={ability}
      act={() => trpc.funding.submit.mutate(step)}
    />
  );
}

/** Asks once more: what is withdrawn does not come back. */
export function WithdrawButton({ step }: Props) {
  const t = useTranslations("funding");
  const [isOpen, setOpen] = useState(false);
  const { run, busy, sentence } = useAction(() => trpc.funding.withdraw.mutate(step));
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {t("application.withdraw")}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("application.withdrawTitle")}
        closeLabel={t("application.keep")}
        actions={
          <Button variant="danger" busy={busy} onClick={run}>
            {t("application.withdraw")}
          </Button>
        }
      >
        <p>{t("application.withdrawHelp")}</p>
        {sentence && (
          <p role="alert" className="font-bold text-negative">
            {sentence}
          </p>
        )}
      </Dialog>
    </>
  );
}
