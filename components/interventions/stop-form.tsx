"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { TextArea } from "@/components/ui/text-field";
import { type Stop, stopInput } from "@/server/interventions/input";

/** Ends an intervention before it was done, with the reason. */
export function StopForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("interventions");
  return (
    <AppForm<Stop, unknown>
      name={`intervention:${id}:stop`}
      schema={stopInput}
      initial={{ id, version, reason: "" }}
      labels={{ reason: t("form.reason") }}
      submitLabel={t("actions.stop")}
      submit={(input) => trpc.interventions.stop.mutate(input)}
    >
      {({ bind }) => <TextArea {...bind.text("reason")} maxLength={2000} help={t("form.reasonHelp")} />}
    </AppForm>
  );
}
