"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { CheckboxField } from "@/components/ui/choice-field";
import { TextArea } from "@/components/ui/text-field";
import { type RunImport, runImportInput, type UndoImport, undoImportInput } from "@/server/imports/input";

type Step = { id: string; version: number };

/** The last look before it is done: publish or not, with or without the wrong rows. */
export function RunForm({
  step,
  rows,
  mayPublish,
}: {
  step: Step;
  rows: { right: number; wrong: number; moved: number };
  mayPublish: boolean;
}) {
  const t = useTranslations("imports");
  return (
    <AppForm<RunImport, unknown>
      name={`import-run:${step.id}:${step.version}`}
      schema={runImportInput}
      initial={{ ...step, publish: false, withoutWrong: false, slipReason: "" }}
      labels={{
        publish: t("run.publish"),
        withoutWrong: t("run.withoutWrong", { count: rows.wrong }),
        slipReason: t("run.slipReason"),
      }}
      submitLabel={t("run.do", { count: rows.right })}
      submit={(input) => trpc.imports.run.mutate(input)}
    >
      {({ bind }) => (
        <>
          {rows.wrong > 0 && <CheckboxField {...bind.text("withoutWrong")} />}
          <CheckboxField
            {...bind.text("publish")}
            disabled={!mayPublish}
            help={t(mayPublish ? "run.publishHelp" : "run.notVerified")}
          />
          {rows.moved > 0 && <TextArea {...bind.text("slipReason")} help={t("run.slipHelp")} rows={2} />}
        </>
      )}
    </AppForm>
  );
}

export function UndoForm({ step }: { step: Step }) {
  const t = useTranslations("imports");
  return (
    <AppForm<UndoImport, unknown>
      name={`import-undo:${step.id}:${step.version}`}
      schema={undoImportInput}
      initial={{ ...step, reason: "" }}
      labels={{ reason: t("undo.reason") }}
      submitLabel={t("undo.do")}
      submit={(input) => trpc.imports.undo.mutate(input)}
    >
      {({ bind }) => (
        <>
          <p className="max-w-measure text-muted">{t("undo.help")}</p>
          <TextArea {...bind.text("reason")} rows={2} />
        </>
      )}
    </AppForm>
  );
}
