"use client";
import { useTranslations } from "next-intl";
import { AppForm } from "@/components/forms/app-form";
import { trpc } from "@/components/trpc/client";
import { SelectField } from "@/components/ui/select-field";
import { type CheckImport, checkImportInput } from "@/server/imports/input";
import { COLUMNS } from "@/server/ocds/columns";

const HELPED = ["reference", "certainty", "visibility"];

/** Field by field: the column of the file that holds it, with what its first row says. */
export function ColumnsForm({
  step,
  columns,
  mapping,
  firstRow,
}: {
  step: { id: string; version: number };
  columns: string[];
  mapping: Record<string, string>;
  firstRow: string[];
}) {
  const t = useTranslations("imports");
  const initial = Object.fromEntries(COLUMNS.map((field) => [field, mapping[field] ?? ""]));
  const labels = Object.fromEntries(COLUMNS.map((field) => [`mapping.${field}`, t(`column.${field}`)]));
  const options = [...new Set(columns)].map((column) => ({ value: column, text: column }));
  return (
    <AppForm<CheckImport, unknown>
      name={`import-columns:${step.id}:${step.version}`}
      schema={checkImportInput}
      initial={{ ...step, mapping: initial } as never}
      labels={labels}
      submitLabel={t("columns.check")}
      submit={(input) => trpc.imports.check.mutate(input)}
    >
      {(form) => (
        <div className="grid max-w-[60rem] gap-x-8 gap-y-5 md:grid-cols-2">
          {COLUMNS.map((field) => {
            const chosen = form.watch(`mapping.${field}`);
            const sample = firstRow[columns.indexOf(chosen ?? "")]?.slice(0, 80);
            return (
              <SelectField
                key={field}
                {...form.bind.text(`mapping.${field}`)}
                empty={t("columns.none")}
                options={options}
                help={
                  sample
                    ? `${t("columns.sample")}: ${sample}`
                    : HELPED.includes(field)
                      ? t(`columnHelp.${field}`)
                      : undefined
                }
              />
            );
          })}
        </div>
      )}
    </AppForm>
  );
}
