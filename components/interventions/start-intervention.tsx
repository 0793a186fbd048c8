"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Ability } from "@/server/core/policy";

export function StartIntervention({
  id,
  version,
  ability,
}: {
  id: string;
  version: number;
  ability: Ability;
}) {
  const t = useTranslations("interventions.actions");
  return (
    <ActionButton
      variant="primary"
      label={t("start")}
      ability={ability}
      act={() => trpc.interventions.start.mutate({ id, version })}
    />
  );
}
