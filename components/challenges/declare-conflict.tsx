"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { RadioGroup } from "@/components/ui/choice-field";
import { TextArea } from "@/components/ui/text-field";
import { declareConflictInput } from "@/server/challenges/input";

type Fields = { id: string; conflict: "none" | "conflict"; note: string };

/** Before names are shown a reviewer says whether there is an interest; one that comes to light later can be added. */
export function DeclareConflict({ challengeId, isLater }: { challengeId: string; isLater: boolean }) {
  const t = useTranslations("challenges");
  return (
    <AppForm<Fields, { id: string }>
      name={`declare:${challengeId}`}
      schema={declareConflictInput}
      initial={{ id: challengeId, conflict: isLater ? "conflict" : ("" as never), note: "" }}
      labels={{ conflict: t("declare.choice"), note: t("declare.note") }}
      submitLabel={t("declare.submit")}
      submit={(input) => trpc.challenges.declareConflict.mutate(input)}
    >
      {({ bind, watch }) => (
        <>
          {!isLater && (
            <RadioGroup
              {...bind.text("conflict")}
              options={[
                { value: "none", text: t("declare.none") },
                { value: "conflict", text: t("declare.conflict") },
              ]}
            />
          )}
          {watch("conflict") === "conflict" && (
            <TextArea {...bind.text("note")} help={t("declare.noteHelp")} maxLength={1000} rows={2} />
          )}
        </>
      )}
    </AppForm>
  );
}
