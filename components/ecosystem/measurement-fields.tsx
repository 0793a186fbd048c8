"use client";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import type { AppFormApi } from "@/components/forms/app-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { RateCell } from "@/server/ecosystem/input";

const emptyInput = { name: "", value: null as unknown as number, unit: "" };
export const emptyMeasurement = { formula: "", inputs: [emptyInput] };

/** Formula and inputs of a measured rating. */
export function MeasurementFields({ form }: { form: AppFormApi<RateCell> }) {
  const t = useTranslations("ecosystem");
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "measurement.inputs" });
  return (
    <fieldset className="flex flex-col gap-6 border-s-2 border-line ps-4">
      <legend className="sr-only">{t("rate.measurement")}</legend>
      <TextField {...form.bind.text("measurement.formula")} maxLength={500} help={t("rate.formulaHelp")} />
      {fields.map(({ id }, index) => {
        const at = `measurement.inputs.${index}` as const;
        return (
          <fieldset key={id} className="flex flex-wrap items-end gap-4">
            <legend className="mb-1 font-bold">{t("rate.input", { number: index + 1 })}</legend>
            <TextField {...form.bind.text(`${at}.name`)} label={t("cell.input")} maxLength={200} />
            <TextField {...form.bind.number(`${at}.value`)} label={t("cell.value")} characters={12} />
            <TextField
              {...form.bind.text(`${at}.unit`)}
              label={t("cell.unit")}
              maxLength={60}
              characters={16}
            />
            {fields.length > 1 && (
              <Button variant="subtle" onClick={() => remove(index)}>
                {t("rate.removeInput", { number: index + 1 })}
              </Button>
            )}
          </fieldset>
        );
      })}
      {fields.length < 20 && (
        <div>
          <Button icon="plus" onClick={() => append(emptyInput)}>
            {t("rate.addInput")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
