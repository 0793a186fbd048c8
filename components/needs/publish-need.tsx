"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Ability } from "@/server/core/policy";

export function PublishNeed({ id, version, ability }: { id: string; version: number; ability: Ability }) {
  const t = useTranslations("needs");
  return (
    <ActionButton
      variant="primary"
      label={t("do.publish")}
      ability={ability}
      act={() => trpc.needs.publish.mutate({ id, version })}
    />
  );
}
