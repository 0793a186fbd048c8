"use client";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { RadioGroup } from "@/components/ui/choice-field";
import type { Locale } from "@/components/ui/format";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LANGUAGES, PLEDGE_KINDS } from "@/db/enums";
import { type ChangePledge, changePledgeInput, type Pledge, pledgeInput } from "@/server/programmes/input";

type Fields = Omit<Pledge, "programmeId" | "kind"> &
  Partial<Pick<ChangePledge, "id" | "version"> & Pick<Pledge, "programmeId" | "kind">>;

const NAMES = [
  "kind",
  "title",
  "description",
  "language",
  "amountCents",
  "quantity",
  "unit",
  "yearFrom",
  "yearTo",
] as const;

/** What the reader's organisation will bring, and in which years. */
export function PledgeForm({ programmeId, pledge }: { programmeId: string; pledge?: ChangePledge }) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  const year = new Date().getFullYear() + 1;
  const prefix = pledge?.id ?? "new-pledge";
  const fresh: Fields = {
    programmeId,
    kind: undefined,
    title: "",
    description: "",
    language: locale,
    amountCents: null,
    quantity: null,
    unit: null,
    yearFrom: year,
    yearTo: year + 1,
  };
  return (
    <AppForm<Fields, unknown>
      name={pledge ? `pledge:${pledge.id}` : `pledge:new:${programmeId}`}
      schema={pledge ? changePledgeInput : pledgeInput}
      initial={pledge ?? fresh}
      labels={Object.fromEntries(NAMES.map((name) => [name, t(`field.${name}`)]))}
      submitLabel={pledge ? t("do.savePledge") : t("do.pledge")}
      submit={(input) =>
        pledge
          ? trpc.programmes.changePledge.mutate(input as ChangePledge)
          : trpc.programmes.pledge.mutate(input as Pledge)
      }
    >
      {({ bind, watch }) => (
        <>
          <RadioGroup
            {...bind.text("kind")}
            id={`${prefix}-kind`}
            options={PLEDGE_KINDS.map((value) => ({
              value,
              text: t(`pledgeKind.${value}`),
              help: t(`pledgeHelp.${value}`),
            }))}
          />
          <TextField {...bind.text("title")} id={`${prefix}-title`} maxLength={200} />
          <TextArea {...bind.text("description")} id={`${prefix}-description`} rows={3} />
          {watch("kind") === "capital" ? (
            <MoneyField locale={locale} {...bind.money("amountCents")} id={`${prefix}-amount`} />
          ) : (
            <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
              <TextField {...bind.number("quantity")} id={`${prefix}-quantity`} characters={8} />
              <TextField {...bind.optional("unit")} id={`${prefix}-unit`} help={t("help.unit")} />
            </div>
          )}
          <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
            <TextField {...bind.number("yearFrom")} id={`${prefix}-from`} characters={4} />
            <TextField {...bind.number("yearTo")} id={`${prefix}-to`} characters={4} />
          </div>
          <SelectField
            {...bind.text("language")}
            id={`${prefix}-language`}
            options={LANGUAGES.map((value) => ({ value, text: t(`language.${value}`) }))}
          />
        </>
      )}
    </AppForm>
  );
}
