"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { FormPart } from "@/components/forms/form-part";
import { trpc } from "@/components/trpc/client";
import { CheckboxGroup } from "@/components/ui/choice-field";
import { DateField } from "@/components/ui/date-field";
import type { Locale } from "@/components/ui/format";
import { formatDate, formatMoney } from "@/components/ui/format";
import { LinesField } from "@/components/ui/lines-field";
import { MoneyField } from "@/components/ui/money-field";
import { type Option, SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { CHALLENGE_PROCEDURES, LANGUAGES } from "@/db/enums";
import {
  type ChallengeFields,
  type ChangeChallenge,
  type CreateChallenge,
  changeChallengeInput,
  createChallengeInput,
} from "@/server/challenges/input";
import { missingForProposal } from "@/server/challenges/lifecycle";
import { CriteriaFields } from "./criteria-fields";
import { MISSION_FIELDS, MissionFields, missionLabels } from "./mission-fields";

type Options = Record<"needs" | "programmes" | "themes" | "ecosystems" | "elements", Option[]>;

const PARTS = {
  what: ["title", "description", "language"],
  where: ["needId", "programmeId", "theme", "ecosystem", "elements", "parties"],
  mission: MISSION_FIELDS,
  rules: ["procedure", "criteria", "deadline", "budgetCents", "contact"],
} as const;
type PartName = keyof typeof PARTS;

/** The whole proposal in named parts; each says what is missing before it can be proposed. A draft may be incomplete. */
export function ChallengeForm({ initial, options }: { initial: ChallengeFields; options: Options }) {
  const t = useTranslations("challenges");
  const [router, locale] = [useRouter(), useLocale() as Locale];
  const isNew = initial.id === undefined;
  return (
    <AppForm<ChallengeFields, { id: string }>
      name={`challenge:${initial.id ?? "new"}`}
      schema={isNew ? createChallengeInput : changeChallengeInput}
      initial={initial}
      labels={labelsOf(t, initial.criteria.length)}
      show={(field, value) => shown(field, value, locale)}
      submitLabel={t(isNew ? "new.save" : "edit.save")}
      submit={(input) =>
        isNew ? trpc.challenges.create.mutate(input) : trpc.challenges.change.mutate(input as ChangeChallenge)
      }
      done={({ id }) => {
        router.push(`/${locale}/challenges/${id}`);
        router.refresh();
      }}
    >
      {(form) => {
        const missing = missingForProposal(form.watch());
        const part = (name: PartName) => {
          const fields: readonly string[] = PARTS[name];
          const count = missing.filter(({ field }) => fields.includes(field)).length;
          return {
            title: t(`part.${name}`),
            missing: count > 0 ? t("part.missing", { count }) : undefined,
          };
        };
        return (
          <>
            <FormPart {...part("what")}>
              <What form={form} />
            </FormPart>
            <FormPart {...part("where")} help={t("part.whereHelp")}>
              <Where form={form} options={options} />
            </FormPart>
            <FormPart {...part("mission")} help={t("mission.help")}>
              <MissionFields bind={form.bind.text} t={t} />
            </FormPart>
            <FormPart {...part("rules")} help={t("part.rulesHelp")}>
              <Rules form={form} locale={locale} />
            </FormPart>
          </>
        );
      }}
    </AppForm>
  );
}

type PartProps = { form: AppFormApi<ChallengeFields> };

function What({ form: { bind } }: PartProps) {
  const t = useTranslations("challenges");
  return (
    <>
      <TextField {...bind.text("title")} help={t("field.titleHelp")} maxLength={200} />
      <TextArea {...bind.text("description")} help={t("field.descriptionHelp")} rows={8} maxLength={20_000} />
      <SelectField
        {...bind.text("language")}
        options={LANGUAGES.map((language) => ({ value: language, text: t(`language.${language}`) }))}
      />
    </>
  );
}

function Where({ form, options }: PartProps & { options: Options }) {
  const t = useTranslations("challenges");
  const { bind } = form;
  return (
    <>
      <SelectField
        {...bind.optional("needId")}
        help={t("field.needHelp")}
        empty={t("field.noNeed")}
        options={options.needs}
      />
      <SelectField
        {...bind.optional("programmeId")}
        empty={t("field.noProgramme")}
        options={options.programmes}
      />
      <SelectField {...bind.optional("theme")} empty={t("field.choose")} options={options.themes} />
      <SelectField {...bind.optional("ecosystem")} empty={t("field.choose")} options={options.ecosystems} />
      <CheckboxGroup {...bind.text("elements")} options={options.elements} />
      <LinesField {...bind.lines("parties")} help={t("field.partiesHelp")} />
    </>
  );
}

function Rules({ form, locale }: PartProps & { locale: Locale }) {
  const t = useTranslations("challenges");
  const { bind } = form;
  const procedure = form.watch("procedure");
  return (
    <>
      <SelectField
        {...bind.text("procedure")}
        help={t(`procedureHelp.${procedure}`)}
        options={CHALLENGE_PROCEDURES.map((value) => ({ value, text: t(`procedure.${value}`) }))}
      />
      <CriteriaFields form={form} />
      <DateField time {...bind.moment("deadline")} help={t("field.deadlineHelp")} />
      <MoneyField locale={locale} {...bind.money("budgetCents")} help={t("field.budgetHelp")} />
      <TextField {...bind.text("contact")} help={t("field.contactHelp")} maxLength={254} />
    </>
  );
}

type Texts = (key: string, values?: Record<string, string | number>) => string;

function labelsOf(t: Texts, criteria: number): Record<string, string> {
  const plain = ["title", "description", "language", "needId", "programmeId", "theme", "ecosystem"];
  const more = ["elements", "parties", "procedure", "criteria", "budgetCents", "contact", "deadline"];
  return Object.fromEntries([
    ...[...plain, ...more].map((name) => [name, t(`field.${name}`)]),
    ...missionLabels(t),
    ...Array.from({ length: Math.max(criteria, 12) }, (_, index) => [
      [`criteria.${index}.name`, t("criteria.nth", { nth: index + 1 })],
      [`criteria.${index}.weight`, t("criteria.nthWeight", { nth: index + 1 })],
    ]).flat(),
  ]);
}

/** How a saved value reads where two people changed the same challenge. */
function shown(field: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === "") return "–";
  if (field === "budgetCents") return formatMoney(Number(value), locale);
  if (field === "deadline") return formatDate(value as string | Date, locale, { weekday: true, time: true });
  if (field === "criteria")
    return (value as CreateChallenge["criteria"]).map(({ name, weight }) => `${name} ${weight}%`).join(", ");
  if (Array.isArray(value)) return value.join(", ");
  return String(value);
}
