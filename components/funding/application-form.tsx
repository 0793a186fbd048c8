"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { FormPart } from "@/components/forms/form-part";
import { trpc } from "@/components/trpc/client";
import { formatMoney, type Locale } from "@/components/ui/format";
import { LinesField } from "@/components/ui/lines-field";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LANGUAGES } from "@/db/enums";
import {
  type Apply,
  applyInput,
  type ChangeApplication,
  changeApplicationInput,
} from "@/server/funding/input";
import { missingForSubmission, multiplierOf } from "@/server/funding/lifecycle";
import { MISSION_FIELDS, MissionFields, missionLabels } from "../challenges/mission-fields";
import { multiplierText } from "./multiplier";

export type ApplicationFields = Omit<ChangeApplication, "id" | "version"> &
  Partial<Pick<ChangeApplication, "id" | "version">> &
  Partial<Pick<Apply, "fundId" | "decisionId" | "interventionId">>;

/** A fund as the form needs it: how many parties it asks, and what it has left. */
export type FundChoice = {
  id: string;
  name: string;
  language: string;
  minimumParties: number;
  leftCents: number;
  conditions: string[];
};
type Form = AppFormApi<ApplicationFields>;
type Props = { initial: ApplicationFields; funds: FundChoice[]; purposeName: string };

const PARTS = {
  what: ["title", "description", "language"],
  money: ["amountCents", "parties"],
  mission: MISSION_FIELDS,
} as const;

/** An application in named parts; each says what is missing before it can be submitted. A draft may be incomplete. */
export function ApplicationForm({ initial, funds, purposeName }: Props) {
  const t = useTranslations("funding");
  const [router, locale] = [useRouter(), useLocale() as Locale];
  const isNew = initial.id === undefined;
  return (
    <AppForm<ApplicationFields, { id: string }>
      name={`application:${initial.id ?? `new:${purposeName}`}`}
      schema={isNew ? applyInput : changeApplicationInput}
      initial={initial}
      labels={labelsOf(t)}
      show={(field, value) => shown(field, value, locale)}
      submitLabel={t("application.save")}
      submit={(input) =>
        isNew
          ? trpc.funding.create.mutate(applyInput.parse(input))
          : trpc.funding.change.mutate(changeApplicationInput.parse(input))
      }
      done={({ id }) => {
        router.push(`/${locale}/applications/${id}`);
        router.refresh();
      }}
    >
      {(form) => {
        const fund = funds.find(({ id }) => id === form.watch("fundId")) ?? funds[0];
        const missing = missingForSubmission(form.watch(), { minimumParties: fund?.minimumParties ?? 2 });
        const part = (name: keyof typeof PARTS) => {
          const fields: readonly string[] = PARTS[name];
          const count = missing.filter(({ field }) => fields.includes(field)).length;
          return {
            title: t(`part.${name}`),
            missing: count > 0 ? t("part.missing", { count }) : undefined,
          };
        };
        return (
          <>
            {isNew && <FundPart form={form} funds={funds} fund={fund} />}
            <FormPart {...part("what")}>
              <What form={form} />
            </FormPart>
            <FormPart {...part("money")} help={t("part.moneyHelp")}>
              <Money form={form} fund={fund} />
            </FormPart>
            <FormPart {...part("mission")} help={t("part.missionHelp")}>
              <MissionFields bind={form.bind.text} t={t} />
            </FormPart>
          </>
        );
      }}
    </AppForm>
  );
}

type PartProps = { form: Form; fund?: FundChoice };

function FundPart({ form: { bind }, funds, fund }: PartProps & { funds: FundChoice[] }) {
  const [t, locale] = [useTranslations("funding"), useLocale() as Locale];
  return (
    <FormPart title={t("part.fund")}>
      <SelectField
        {...bind.text("fundId")}
        options={funds.map(({ id, name, leftCents }) => ({
          value: id,
          text: t("part.fundOption", { name, left: formatMoney(leftCents, locale) }),
        }))}
      />
      {fund && (
        <div className="flex max-w-measure flex-col gap-2">
          <p className="font-bold">{t("application.conditions")}</p>
          <ul className="list-disc ps-5" lang={fund.language}>
            {fund.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </div>
      )}
    </FormPart>
  );
}

function What({ form: { bind } }: PartProps) {
  const t = useTranslations("funding");
  return (
    <>
      <TextField {...bind.text("title")} help={t("field.titleHelp")} maxLength={200} />
      <TextArea {...bind.text("description")} help={t("field.descriptionHelp")} rows={8} maxLength={20_000} />
      <SelectField
        {...bind.text("language")}
        options={LANGUAGES.map((value) => ({ value, text: t(`language.${value}`) }))}
      />
    </>
  );
}

function Money({ form, fund }: PartProps) {
  const [t, locale] = [useTranslations("funding"), useLocale() as Locale];
  const { bind } = form;
  const [amount, cofunding] = [form.watch("amountCents"), form.watch("cofundingCents")];
  const multiplier = multiplierOf(amount, cofunding);
  const isMore = fund !== undefined && amount !== null && amount > fund.leftCents;
  return (
    <>
      <MoneyField locale={locale} {...bind.money("amountCents")} help={t("field.amountHelp")} />
      {isMore && (
        <p className="max-w-measure font-bold text-attention">
          {t("application.moreThanLeft", { left: formatMoney(fund.leftCents, locale, "exact") })}
        </p>
      )}
      <MoneyField locale={locale} {...bind.money("cofundingCents")} help={t("field.cofundingHelp")} />
      {multiplier !== null && Number.isFinite(multiplier) && (
        <p className="text-muted" aria-live="polite">
          {t("multiplier.text", { multiplier: multiplierText(multiplier, locale) })}
        </p>
      )}
      <LinesField
        {...bind.lines("parties")}
        help={t("field.partiesHelp", { count: fund?.minimumParties ?? 2 })}
        rows={4}
      />
    </>
  );
}

type Texts = (key: string, values?: Record<string, string | number>) => string;

function labelsOf(t: Texts): Record<string, string> {
  const plain = ["title", "description", "language", "amountCents", "cofundingCents", "parties", "fundId"];
  return Object.fromEntries([...plain.map((name) => [name, t(`field.${name}`)]), ...missionLabels(t)]);
}

/** How a saved value reads where two people changed the same application. */
function shown(field: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "–";
  if (field.endsWith("Cents")) return formatMoney(Number(value), locale, "exact");
  return Array.isArray(value) ? value.join(", ") : String(value);
}
