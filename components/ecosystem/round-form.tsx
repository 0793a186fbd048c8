"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/text-field";
import { type CreateRound, createRoundInput } from "@/server/ecosystem/input";

/** Opens a new round: its name, and the day the ratings speak of. */
export function RoundForm({ today }: { today: string }) {
  const t = useTranslations("ecosystem.rounds");
  const [router, locale] = [useRouter(), useLocale()];
  return (
    <AppForm<CreateRound, { id: string }>
      name="diagnosis:new"
      schema={createRoundInput}
      initial={{ title: "", heldOn: today }}
      labels={{ title: t("name"), heldOn: t("heldOn") }}
      submitLabel={t("create")}
      submit={(input) => trpc.ecosystem.createRound.mutate(input)}
      done={({ id }) => router.push(`/${locale}/ecosystem/rounds/${id}`)}
    >
      {({ bind }) => (
        <>
          <TextField {...bind.text("title")} maxLength={200} help={t("nameHelp")} />
          <DateField {...bind.text("heldOn")} max={today} help={t("heldOnHelp")} />
        </>
      )}
    </AppForm>
  );
}
