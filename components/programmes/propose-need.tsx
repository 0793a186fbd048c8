"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { DateField } from "@/components/ui/date-field";
import { type Option, SelectField } from "@/components/ui/select-field";
import { type ProposeNeed as Proposal, proposeNeedInput } from "@/server/programmes/input";

/** Asks a buyer whether one of its needs may be part of the programme. */
export function ProposeNeed({ programmeId, needs }: { programmeId: string; needs: Option[] }) {
  const t = useTranslations("programmes");
  if (needs.length === 0) return <p className="text-sm text-muted">{t("propose.none")}</p>;
  return (
    <AppForm<Proposal, unknown>
      key={needs.length}
      name={`propose:${programmeId}`}
      schema={proposeNeedInput}
      initial={{ programmeId, needId: "", answerBy: null }}
      labels={{ needId: t("propose.need"), answerBy: t("propose.answerBy") }}
      submitLabel={t("do.propose")}
      submit={(input) => trpc.programmes.proposeNeed.mutate(input)}
    >
      {({ bind }) => (
        <>
          <SelectField
            {...bind.text("needId")}
            help={t("propose.help")}
            empty={t("choose")}
            options={needs}
          />
          <DateField {...bind.optional("answerBy")} help={t("propose.answerByHelp")} />
        </>
      )}
    </AppForm>
  );
}
