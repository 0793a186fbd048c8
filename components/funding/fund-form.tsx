"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { formatMoney, type Locale } from "@/components/ui/format";
import { LinesField } from "@/components/ui/lines-field";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { FUND_STATES, LANGUAGES } from "@/db/enums";
import { type ChangeFund, changeFundInput, openFundInput } from "@/server/funding/input";
import type { Fund } from "@/server/funding/queries/funds";

type Fields = Omit<ChangeFund, "id" | "version" | "status" | "budgetCents"> &
  Partial<Pick<ChangeFund, "id" | "version" | "status">> & { budgetCents: number | null };

const NAMES = [
  "name",
  "description",
  "language",
  "budgetCents",
  "conditions",
  "minimumParties",
  "status",
] as const;

/** Opens a fund, or changes its terms. */
export function FundForm({ fund }: { fund?: Fund }) {
  const t = useTranslations("funding");
  const [router, locale] = [useRouter(), useLocale() as Locale];
  return (
    <AppForm<Fields, { id: string }>
      name={`fund:${fund?.id ?? "new"}`}
      schema={fund ? changeFundInput : openFundInput}
      initial={fund ? termsOf(fund) : { ...EMPTY, language: locale }}
      labels={Object.fromEntries(NAMES.map((name) => [name, t(`field.${name}`)]))}
      show={(field, value) => (field === "budgetCents" ? formatMoney(Number(value), locale) : String(value))}
      submitLabel={t(fund ? "fund.save" : "fund.open")}
      submit={(input) =>
        fund
          ? trpc.funding.changeFund.mutate(changeFundInput.parse(input))
          : trpc.funding.openFund.mutate(openFundInput.parse(input))
      }
      done={({ id }) => {
        if (!fund) router.push(`/${locale}/funding/${id}`);
        router.refresh();
      }}
    >
      {(form) => <FundFields form={form} isNew={!fund} />}
    </AppForm>
  );
}

function FundFields({ form, isNew }: { form: AppFormApi<Fields>; isNew: boolean }) {
  const t = useTranslations("funding");
  const locale = useLocale() as Locale;
  const { bind } = form;
  return (
    <>
      <TextField {...bind.text("name")} maxLength={200} />
      <TextArea {...bind.text("description")} rows={4} maxLength={8000} />
      <SelectField
        {...bind.text("language")}
        options={LANGUAGES.map((value) => ({ value, text: t(`language.${value}`) }))}
      />
      <MoneyField locale={locale} {...bind.money("budgetCents")} help={t("field.budgetHelp")} />
      <LinesField {...bind.lines("conditions")} help={t("field.conditionsHelp")} rows={4} />
      <TextField
        {...bind.number("minimumParties")}
        help={t("field.minimumPartiesHelp")}
        inputMode="numeric"
        characters={3}
      />
      {!isNew && (
        <SelectField
          {...bind.text("status")}
          help={t("field.statusHelp")}
          options={FUND_STATES.map((value) => ({ value, text: t(`fundState.${value}`) }))}
        />
      )}
    </>
  );
}

const EMPTY: Omit<Fields, "language"> = {
  name: "",
  description: "",
  budgetCents: null,
  conditions: [],
  minimumParties: 2,
};

function termsOf(fund: Fund): Fields {
  const { id, version, name, description, language, budgetCents, conditions, minimumParties, status } = fund;
  return { id, version, name, description, language, budgetCents, conditions, minimumParties, status };
}
