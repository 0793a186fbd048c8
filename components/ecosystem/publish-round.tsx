"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Ability } from "@/server/core/policy";

export function PublishRound({ id, version, ability }: { id: string; version: number; ability: Ability }) {
  const t = useTranslations("ecosystem.rounds");
  return (
    <ActionButton
      variant="primary"
      label={t("publish")}
      ability={ability}
      act={() => trpc.ecosystem.publishRound.mutate({ id, version })}
    />
  );
}
