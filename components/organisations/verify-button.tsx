"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Ability } from "@/server/core/policy";

export function VerifyButton({ id, version, ability }: { id: string; version: number; ability: Ability }) {
  const t = useTranslations("organisations");
  return (
    <ActionButton
      variant="primary"
      label={t("verify")}
      ability={ability}
      act={() => trpc.organisations.verify.mutate({ id, version })}
    />
  );
}
