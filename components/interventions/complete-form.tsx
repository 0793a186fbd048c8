"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { DateField } from "@/components/ui/date-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { type Complete, completeInput } from "@/server/interventions/input";

type Props = { id: string; version: number; unit: string; today: string };

/** Closes an intervention with what was measured at its end. */
export function CompleteForm({ id, version, unit, today }: Props) {
  const t = useTranslations("interventions");
  const nothingYet = null as unknown as number;
  return (
    <AppForm<Complete, unknown>
      name={`intervention:${id}:complete`}
      schema={completeInput}
      initial={{ id, version, result: { value: nothingYet, measuredOn: today, note: "" } }}
      labels={{
        "result.value": t("form.result"),
        "result.measuredOn": t("form.measuredOn"),
        "result.note": t("form.note"),
      }}
      submitLabel={t("actions.complete")}
      submit={(input) => trpc.interventions.complete.mutate(input)}
    >
      {({ bind }) => (
        <>
          <TextField {...bind.number("result.value")} characters={12} after={unit} />
          <DateField {...bind.text("result.measuredOn")} max={today} />
          <TextArea {...bind.text("result.note")} maxLength={2000} />
        </>
      )}
    </AppForm>
  );
}
