"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { type Option, SelectField } from "@/components/ui/select-field";
import { type LinkIntervention as Link, linkInterventionInput } from "@/server/programmes/input";

/** Says which intervention the programme carries out. */
export function LinkIntervention({
  programmeId,
  interventions,
}: {
  programmeId: string;
  interventions: Option[];
}) {
  const t = useTranslations("programmes");
  return (
    <AppForm<Link, unknown>
      key={interventions.length}
      name={`link:${programmeId}`}
      schema={linkInterventionInput}
      initial={{ programmeId, interventionId: "" }}
      labels={{ interventionId: t("interventions.choose") }}
      submitLabel={t("do.link")}
      submit={(input) => trpc.programmes.linkIntervention.mutate(input)}
    >
      {({ bind }) => (
        <SelectField {...bind.text("interventionId")} empty={t("choose")} options={interventions} />
      )}
    </AppForm>
  );
}
