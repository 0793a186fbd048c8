"use client";
import { useLocale, useTranslations } from "next-intl";
import type { AppFormApi } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { ComboboxField } from "@/components/ui/combobox-field";
import type { Locale } from "@/components/ui/format";
import type { NeedFields } from "@/server/needs/input";

/** A CPV code, found by words in either language or by its first digits. */
export function CpvField({
  form,
  name,
}: {
  form: AppFormApi<NeedFields>;
  name?: Record<Locale, string> | null;
}) {
  const t = useTranslations("needs");
  const locale = useLocale() as Locale;
  const shown = form.formState.defaultValues?.cpv;
  return (
    <ComboboxField
      {...form.bind.choice("cpv")}
      help={t("help.cpv")}
      shown={name && shown ? `${shown} ${name[locale]}` : undefined}
      found={(count) => t("cpvFound", { count })}
      search={async (q) =>
        (await trpc.needs.searchCpv.query({ q: q.slice(0, 200) })).map(({ code, name, parents }) => ({
          value: code,
          text: `${code} ${name[locale]}`,
          detail: parents.at(-1)?.name[locale],
        }))
      }
    />
  );
}
