"use client";
import { useTranslations } from "next-intl";
import type { AppFormApi } from "@/components/forms/app-form";
import { SelectField } from "@/components/ui/select-field";
import { MOST_SLACK, type NeedFields } from "@/server/needs/input";

const STEPS = Array.from({ length: MOST_SLACK + 1 }, (_, quarters) => quarters);

/** How far the buyer lets the window move when that helps a programme. */
export function SlackFields({
  form,
  labels,
}: {
  form: AppFormApi<NeedFields>;
  labels: Record<string, string>;
}) {
  const t = useTranslations("needs");
  return (
    <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
      {(["slackEarlier", "slackLater"] as const).map((side) => (
        <SelectField
          key={side}
          id={side}
          label={labels[side]}
          help={t(`help.${side}`)}
          error={form.errorOf(side)}
          value={String(form.watch(side))}
          options={STEPS.map((quarters) => ({ value: String(quarters), text: t("slack", { quarters }) }))}
          onChange={({ target: { value } }) => form.setValue(side, Number(value), { shouldDirty: true })}
        />
      ))}
    </div>
  );
}
