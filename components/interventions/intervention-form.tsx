"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { FormPart } from "@/components/forms/form-part";
import { trpc } from "@/components/trpc/client";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice-field";
import { DateField } from "@/components/ui/date-field";
import { MoneyField } from "@/components/ui/money-field";
import { type OptionGroup, SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LANGUAGES, type Language } from "@/db/enums";
import { type Change, changeInput, type Plan, planInput } from "@/server/interventions/input";
import { fieldLabels, showField } from "./field-words";

export type Fields = Omit<Plan, "target"> &
  Partial<Pick<Change, "id" | "version">> & {
    target: { [K in keyof Plan["target"]]: Plan["target"][K] | null };
  };

type Props = {
  /** What is there now, or what is known before anything was typed. */
  initial: Omit<Fields, "budgetCents"> & { budgetCents: number | null };
  /** What the source advises first, then what fits element and phase, then the rest for the element. */
  instruments: OptionGroup[];
  partners: { id: string; name: string }[];
};

/** Plans an intervention on a cell, or changes one. */
export function InterventionForm({ initial, instruments, partners }: Props) {
  const t = useTranslations("interventions.form");
  const [router, locale] = [useRouter(), useLocale() as Language];
  const labels = fieldLabels(t as unknown as (key: string) => string);
  const isNew = initial.id === undefined;
  return (
    <AppForm<Fields, { id: string }>
      name={`intervention:${initial.id ?? `${initial.ecosystem}:${initial.element}`}`}
      schema={isNew ? planInput : changeInput}
      labels={labels}
      initial={initial as Fields}
      submitLabel={t(isNew ? "submit" : "save")}
      show={(field, value) => showField(field, value, locale, { instruments, partners })}
      submit={(input) =>
        isNew
          ? trpc.interventions.plan.mutate(planInput.parse(input))
          : trpc.interventions.change.mutate(changeInput.parse(input))
      }
      done={({ id }) => {
        router.push(`/${locale}/interventions/${id}`);
        router.refresh();
      }}
    >
      {({ bind }) => (
        <>
          <FormPart title={t("part.what")}>
            <SelectField {...bind.text("instrument")} options={instruments} empty={t("choose")} />
            <TextField {...bind.text("title")} maxLength={200} />
            <TextArea {...bind.text("description")} maxLength={8000} help={t("descriptionHelp")} />
            <RadioGroup
              {...bind.text("language")}
              inline
              options={LANGUAGES.map((one) => ({ value: one, text: t(`languages.${one}`) }))}
            />
          </FormPart>
          <FormPart title={t("part.who")}>
            <MoneyField {...bind.money("budgetCents")} locale={locale} help={t("budgetHelp")} />
            <DateField {...bind.text("startsOn")} />
            <DateField {...bind.text("endsOn")} />
            {partners.length > 0 && (
              <CheckboxGroup
                {...bind.text("partners")}
                help={t("partnersHelp")}
                options={partners.map(({ id, name }) => ({ value: id, text: name }))}
              />
            )}
          </FormPart>
          <FormPart title={t("part.target")} help={t("targetHelp")}>
            <TextField {...bind.text("target.indicator")} maxLength={300} />
            <TextField {...bind.text("target.unit")} maxLength={60} mark={t("optional")} />
            <TextField {...bind.number("target.baseline")} characters={12} />
            <TextField {...bind.number("target.goal")} characters={12} />
            <DateField {...bind.text("target.reviewOn")} />
          </FormPart>
        </>
      )}
    </AppForm>
  );
}
