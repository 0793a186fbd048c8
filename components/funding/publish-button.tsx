"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";

export function PublishButton({ id }: { id: string }) {
  const t = useTranslations("funding");
  return (
    <ActionButton
      variant="primary"
      label={t("decision.publish")}
      act={() => trpc.funding.publishDecision.mutate({ id })}
    />
  );
}
