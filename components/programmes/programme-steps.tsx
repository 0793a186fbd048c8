"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { trpc } from "@/components/trpc/client";
import type { Ability } from "@/server/core/policy";
import { closeProgrammeInput } from "@/server/programmes/input";
import { ReasonForm } from "../needs/reason-form";

type Step = { id: string; version: number };

export function PublishProgramme({ ability, ...step }: Step & { ability: Ability }) {
  const t = useTranslations("programmes");
  return (
    <ActionButton
      variant="primary"
      label={t("do.publish")}
      ability={ability}
      act={() => trpc.programmes.publish.mutate(step)}
    />
  );
}

export function CloseProgramme(step: Step) {
  const t = useTranslations("programmes");
  return (
    <ReasonForm
      key={step.version}
      label={t("do.close")}
      name={`programme-close-${step.id}`}
      schema={closeProgrammeInput}
      initial={{ ...step, reason: "" }}
      act={(input) => trpc.programmes.close.mutate(input)}
    />
  );
}

export function WithdrawPledge(step: Step) {
  const t = useTranslations("programmes");
  return (
    <ActionButton
      small
      variant="subtle"
      label={t("do.withdrawPledge")}
      act={() => trpc.programmes.withdrawPledge.mutate(step)}
    />
  );
}
