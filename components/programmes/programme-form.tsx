"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { CheckboxGroup } from "@/components/ui/choice-field";
import type { Locale } from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LANGUAGES } from "@/db/enums";
import {
  type ChangeProgramme,
  type CreateProgramme,
  changeProgrammeInput,
  createProgrammeInput,
} from "@/server/programmes/input";
import type { Choice } from "../needs/choice";

type Fields = CreateProgramme & Partial<Pick<ChangeProgramme, "id" | "version">>;
export type ProgrammeFormProps = {
  /** What there is already; nothing for a new programme. */
  programme?: ChangeProgramme;
  /** What a new programme starts from, and the intervention that it will carry out. */
  start?: Partial<CreateProgramme>;
  interventionId?: string;
  words: Record<"missionThemes" | "programmeThemes" | "ecosystems" | "elements", Choice[]>;
};

const FIELDS = Object.keys(createProgrammeInput.shape) as (keyof CreateProgramme)[];

/** A programme around a theme: what it bundles and what it strengthens. */
export function ProgrammeForm({ programme, start, interventionId, words }: ProgrammeFormProps) {
  const t = useTranslations("programmes");
  const locale = useLocale() as Locale;
  const router = useRouter();
  const named = (list: Choice[]) => list.map(({ slug, name }) => ({ value: slug, text: name[locale] }));
  const fresh: Fields = {
    title: "",
    description: "",
    language: locale,
    theme: null,
    programmeTheme: null,
    ecosystems: [],
    elements: [],
    ...start,
  };
  async function create(input: CreateProgramme) {
    const made = await trpc.programmes.create.mutate(input);
    if (interventionId)
      await trpc.programmes.linkIntervention.mutate({ programmeId: made.id, interventionId });
    return made;
  }
  return (
    <AppForm<Fields, { id: string }>
      name={programme ? `programme:${programme.id}` : "programme:new"}
      schema={programme ? changeProgrammeInput : createProgrammeInput}
      initial={programme ?? fresh}
      labels={Object.fromEntries(FIELDS.map((field) => [field, t(`field.${field}`)]))}
      submitLabel={programme ? t("form.change") : t("form.save")}
      submit={(input) =>
        programme ? trpc.programmes.change.mutate(input as ChangeProgramme) : create(input)
      }
      done={({ id }) => {
        router.push(localPath(`/programmes/${id}`, locale));
        router.refresh();
      }}
    >
      {({ bind }) => (
        <>
          <TextField {...bind.text("title")} help={t("help.title")} maxLength={200} />
          <TextArea {...bind.text("description")} help={t("help.description")} rows={6} />
          <SelectField {...bind.optional("theme")} empty={t("choose")} options={named(words.missionThemes)} />
          <SelectField
            {...bind.optional("programmeTheme")}
            help={t("help.programmeTheme")}
            empty={t("noTheme")}
            options={named(words.programmeThemes)}
          />
          <CheckboxGroup {...bind.text("ecosystems")} options={named(words.ecosystems)} />
          <CheckboxGroup
            {...bind.text("elements")}
            help={t("help.elements")}
            options={named(words.elements)}
          />
          <SelectField
            {...bind.text("language")}
            options={LANGUAGES.map((value) => ({ value, text: t(`language.${value}`) }))}
          />
        </>
      )}
    </AppForm>
  );
}
