"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { LANGUAGES, type Language } from "@/db/enums";
import { profileInput } from "@/server/accounts/input";

type Fields = { name: string; language: Language };

export function ProfileForm({ name, language }: Fields) {
  const t = useTranslations("accounts");
  return (
    <AppForm<Fields, Fields>
      name="profile"
      schema={profileInput}
      initial={{ name, language }}
      labels={{ name: t("profile.name"), language: t("profile.language") }}
      submitLabel={t("profile.save")}
      submit={(input) => trpc.accounts.changeProfile.mutate(input)}
    >
      {({ bind }) => (
        <>
          <TextField
            {...bind.text("name")}
            autoComplete="name"
            maxLength={200}
            help={t("profile.nameHelp")}
          />
          <SelectField
            {...bind.text("language")}
            help={t("profile.languageHelp")}
            options={LANGUAGES.map((one) => ({ value: one, text: t(`profile.languages.${one}`) }))}
          />
        </>
      )}
    </AppForm>
  );
}
