"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import type { Locale } from "@/components/ui/format";
import { MoneyField } from "@/components/ui/money-field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LANGUAGES } from "@/db/enums";
import { type SaveResponse, saveResponseInput } from "@/server/responses/input";

/** Saves a draft; what is saved is then shown, to be handed in from there. */
export function ResponseForm({ initial }: { initial: SaveResponse }) {
  const t = useTranslations("responses");
  const [router, locale] = [useRouter(), useLocale() as Locale];
  return (
    <AppForm<SaveResponse, { id: string }>
      name={`response:${initial.challengeId}`}
      schema={saveResponseInput}
      initial={initial}
      labels={{
        title: t("field.title"),
        body: t("field.body"),
        language: t("field.language"),
        priceCents: t("field.priceCents"),
      }}
      submitLabel={t("respond.save")}
      submit={(input) => trpc.responses.save.mutate(input)}
      done={({ id }) => {
        router.push(`/${locale}/responses/${id}`);
        router.refresh();
      }}
    >
      {({ bind }) => (
        <>
          <TextField {...bind.text("title")} help={t("field.titleHelp")} maxLength={200} />
          <TextArea {...bind.text("body")} help={t("field.bodyHelp")} rows={12} maxLength={40_000} />
          <MoneyField locale={locale} {...bind.money("priceCents")} help={t("field.priceHelp")} />
          <SelectField
            {...bind.text("language")}
            options={LANGUAGES.map((language) => ({ value: language, text: t(`language.${language}`) }))}
          />
        </>
      )}
    </AppForm>
  );
}
