"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm, type AppFormApi } from "@/components/forms/app-form";
import { FormPart } from "@/components/forms/form-part";
import { trpc } from "@/components/trpc/client";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/components/ui/format";
import { LinesField } from "@/components/ui/lines-field";
import { localPath } from "@/components/ui/local-path";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { CERTAINTIES, LANGUAGES, PROCEDURES, VISIBILITIES } from "@/db/enums";
import {
  type ChangeNeed,
  type CreateNeed,
  changeNeedInput,
  createNeedInput,
  type NeedFields,
} from "@/server/needs/input";
import type { Choice } from "./choice";
import { CpvField } from "./cpv-field";
import { showField } from "./show-field";
import { SlackFields } from "./slack-fields";
import { Suggestions } from "./suggestions";
import { WindowFields } from "./window-fields";

export type NeedFormProps = {
  /** What there is already, with its id and version; nothing for a new need. */
  need?: Omit<ChangeNeed, "slipReason"> & { isPublished: boolean };
  /** What the code that is filled in stands for. */
  cpvName?: Record<Locale, string> | null;
  themes: Choice[];
  ecosystems: Choice[];
  invitable: { id: string; name: string }[];
};

const FIELDS = Object.keys(createNeedInput.shape) as (keyof CreateNeed)[];

/** A need: six answers are enough to begin, the rest can follow. */
export function NeedForm({ need, cpvName, themes, ecosystems, invitable }: NeedFormProps) {
  const t = useTranslations("needs");
  const locale = useLocale() as Locale;
  const router = useRouter();
  const { isPublished = false, ...saved } = need ?? {};
  const labels = Object.fromEntries([...FIELDS, "slipReason"].map((field) => [field, t(`field.${field}`)]));
  const named = (list: Choice[]) => list.map(({ slug, name }) => ({ value: slug, text: name[locale] }));

  return (
    <AppForm<NeedFields, { id: string }>
      name={need ? `need:${need.id}` : "need:new"}
      schema={need ? changeNeedInput : createNeedInput}
      initial={need ? { ...saved, slipReason: "" } : { ...EMPTY, language: locale }}
      labels={labels}
      submitLabel={need ? t("form.change") : t("form.save")}
      submit={(input) =>
        need ? trpc.needs.change.mutate(input as ChangeNeed) : trpc.needs.create.mutate(input)
      }
      done={({ id }) => {
        router.push(localPath(`/needs/${id}`, locale));
        router.refresh();
      }}
      show={showField(t, locale)}
    >
      {(form) => (
        <>
          <FormPart title={t("form.basics")}>
            <TextField {...form.bind.text("title")} help={t("help.title")} maxLength={200} />
            <WindowFields form={form} labels={labels} />
            {isPublished && hasMoved(form, need) && (
              <TextArea {...form.bind.text("slipReason")} help={t("help.slipReason")} rows={2} />
            )}
            <div className="flex max-w-control flex-wrap gap-x-6 gap-y-4">
              <MoneyField locale={locale} {...form.bind.money("valueMinCents")} help={t("help.value")} />
              <MoneyField locale={locale} {...form.bind.money("valueMaxCents")} />
            </div>
            <RadioGroup
              {...form.bind.text("certainty")}
              help={t("help.certainty")}
              options={CERTAINTIES.map((value) => ({ value, text: t(`certainty.${value}`) }))}
            />
            <Suggestions form={form} themes={themes} ecosystems={ecosystems} />
            <SelectField
              {...form.bind.optional("theme")}
              help={t("help.theme")}
              empty={t("choose")}
              options={named(themes)}
            />
            <CpvField form={form} name={cpvName} />
            <RadioGroup
              {...form.bind.text("visibility")}
              help={t("help.visibility")}
              options={VISIBILITIES.map((value) => ({ value, text: t(`visibility.${value}`) }))}
            />
            {form.watch("visibility") === "invited" && (
              <CheckboxGroup
                {...form.bind.text("invited")}
                options={invitable.map(({ id, name }) => ({ value: id, text: name }))}
              />
            )}
          </FormPart>
          <Disclosure summary={t("form.more")} open={need !== undefined}>
            <div className="flex flex-col gap-6">
              <p className="max-w-measure text-muted">{t("form.moreHelp")}</p>
              <TextArea {...form.bind.text("description")} rows={6} />
              <SelectField
                {...form.bind.text("language")}
                options={LANGUAGES.map((value) => ({ value, text: t(`language.${value}`) }))}
              />
              <CheckboxGroup {...form.bind.text("ecosystems")} options={named(ecosystems)} />
              <SlackFields form={form} labels={labels} />
              <LinesField {...form.bind.lines("skills")} help={t("help.skills")} />
              <LinesField {...form.bind.lines("questions")} help={t("help.questions")} />
              <SelectField
                {...form.bind.text("procedure")}
                options={PROCEDURES.map((value) => ({ value, text: t(`procedure.${value}`) }))}
              />
              <TextField {...form.bind.text("place")} maxLength={200} />
              <TextField {...form.bind.optional("reference")} maxLength={100} />
              <TextField {...form.bind.text("contact")} help={t("help.contact")} maxLength={254} />
            </div>
          </Disclosure>
        </>
      )}
    </AppForm>
  );
}

const EMPTY: Omit<CreateNeed, "language" | "certainty"> & { certainty?: undefined } = {
  title: "",
  description: "",
  reference: null,
  windowStart: null,
  windowEnd: null,
  windowPrecision: "quarter",
  slackEarlier: 0,
  slackLater: 0,
  valueMinCents: null,
  valueMaxCents: null,
  cpv: null,
  theme: null,
  ecosystems: [],
  place: "",
  procedure: "unknown",
  skills: [],
  questions: [],
  visibility: "public",
  invited: [],
  contact: "",
};

const hasMoved = (form: AppFormApi<NeedFields>, need: NeedFormProps["need"]) =>
  form.watch("windowStart") !== need?.windowStart || form.watch("windowEnd") !== need?.windowEnd;
