"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import type { Ability } from "@/server/core/policy";

type Props = {
  response: { id: string; version: number };
  submit: Ability;
  withdraw: Ability;
  isComplete: boolean;
};

/** Hand in, or take back: until the deadline. */
export function ResponseSteps({ response: { id, version }, submit, withdraw, isComplete }: Props) {
  const t = useTranslations("responses");
  return (
    <>
      {submit.can && !isComplete && (
        <Button variant="primary" why={t("step.incomplete")}>
          {t("step.submit")}
        </Button>
      )}
      {submit.can && isComplete && (
        <ActionButton
          variant="primary"
          label={t("step.submit")}
          act={() => trpc.responses.submit.mutate({ id, version })}
        />
      )}
      {withdraw.can && (
        <ActionButton
          variant="secondary"
          label={t("step.withdraw")}
          act={() => trpc.responses.withdraw.mutate({ id, version })}
        />
      )}
    </>
  );
}
