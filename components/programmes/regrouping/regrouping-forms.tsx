"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { CheckboxGroup } from "@/components/ui/choice-field";
import { Disclosure } from "@/components/ui/disclosure";
import { type Option, SelectField } from "@/components/ui/select-field";
import { TextArea, TextField } from "@/components/ui/text-field";
import {
  type MergeProgramme,
  mergeProgrammeInput,
  type SplitProgramme,
  splitProgrammeInput,
} from "@/server/programmes/input";
import { useOpenProgramme } from "../use-open-programme";

type Step = { id: string; version: number };

/** Lets needs go on in a new programme. */
export function SplitForm({ id, version, needs }: Step & { needs: Option[] }) {
  const t = useTranslations("programmes");
  const open = useOpenProgramme();
  return (
    <Disclosure summary={t("do.split")}>
      <AppForm<SplitProgramme, { id: string }>
        key={`${version}-${needs.length}`}
        name={`programme-split-${id}`}
        schema={splitProgrammeInput}
        initial={{ id, version, title: "", reason: "", needIds: [] }}
        labels={{
          needIds: t("regrouping.needs"),
          title: t("regrouping.title"),
          reason: t("regrouping.reason"),
        }}
        submitLabel={t("do.split")}
        submit={(input) => trpc.programmes.split.mutate(input)}
        done={open}
      >
        {({ bind }) => (
          <>
            <p className="max-w-measure text-muted">{t("regrouping.splitHelp")}</p>
            <CheckboxGroup {...bind.text("needIds")} id="split-needs" options={needs} />
            <TextField {...bind.text("title")} id="split-title" maxLength={200} />
            <TextArea {...bind.text("reason")} id="split-reason" rows={2} maxLength={1000} />
          </>
        )}
      </AppForm>
    </Disclosure>
  );
}

/** Lets the programme go on in another. */
export function MergeForm({ id, version, programmes }: Step & { programmes: Option[] }) {
  const t = useTranslations("programmes");
  const open = useOpenProgramme();
  return (
    <Disclosure summary={t("do.merge")}>
      <AppForm<MergeProgramme, { id: string }>
        key={version}
        name={`programme-merge-${id}`}
        schema={mergeProgrammeInput}
        initial={{ id, version, intoId: "", reason: "" }}
        labels={{ intoId: t("regrouping.into"), reason: t("regrouping.reason") }}
        submitLabel={t("do.merge")}
        submit={(input) => trpc.programmes.merge.mutate(input)}
        done={open}
      >
        {({ bind }) => (
          <>
            <p className="max-w-measure text-muted">{t("regrouping.mergeHelp")}</p>
            <SelectField {...bind.text("intoId")} id="merge-into" empty={t("choose")} options={programmes} />
            <TextArea {...bind.text("reason")} id="merge-reason" rows={2} maxLength={1000} />
          </>
        )}
      </AppForm>
    </Disclosure>
  );
}
