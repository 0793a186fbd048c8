"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import type { Locale } from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";
import { TextField } from "@/components/ui/text-field";
import { type SaveView, saveViewInput } from "@/server/views/input";

/** Gives a view of the roadmap a name, and goes back to it. */
export function SaveViewForm({ address, filters }: Pick<SaveView, "address" | "filters">) {
  const t = useTranslations("views");
  const router = useRouter();
  const locale = useLocale() as Locale;
  return (
    <AppForm<SaveView, unknown>
      name={`view:${address}`}
      schema={saveViewInput}
      initial={{ name: "", address, filters }}
      labels={{ name: t("field.name") }}
      submitLabel={t("save.submit")}
      submit={(input) => trpc.views.save.mutate(input)}
      done={() => router.push(localPath(address, locale))}
    >
      {({ bind }) => <TextField {...bind.text("name")} maxLength={80} characters={40} autoComplete="off" />}
    </AppForm>
  );
}
