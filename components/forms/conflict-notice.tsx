"use client";
import { useTranslations } from "next-intl";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type ConflictNoticeProps<V extends FieldValues> = {
  current: unknown;
  form: UseFormReturn<V>;
  labels: Record<string, string>;
  onMerged: () => void;
};

/** Someone else was first: shows what they changed beside what was typed, and lets the two be merged. */
export function ConflictNotice<V extends FieldValues>({
  current,
  form,
  labels,
  onMerged,
}: ConflictNoticeProps<V>) {
  const t = useTranslations("forms");
  const theirs = (current ?? {}) as Record<string, unknown>;
  const mine = form.getValues() as Record<string, unknown>;
  const differing = Object.keys(labels).filter(
    (field) => field in theirs && text(theirs[field]) !== text(mine[field]),
  );

  function settle(useTheirs: boolean) {
    if (useTheirs)
      for (const field of differing)
        form.setValue(field as never, theirs[field] as never, { shouldDirty: true });
    form.setValue("version" as never, theirs.version as never);
    onMerged();
  }

  return (
    <Notice
      kind="attention"
      live
      title={t("conflict.title")}
      actions={
        <>
          <Button small onClick={() => settle(true)}>
            {t("conflict.theirs")}
          </Button>
          <Button small onClick={() => settle(false)}>
            {t("conflict.mine")}
          </Button>
        </>
      }
    >
      <table className="table">
        <thead>
          <tr>
            <th className="table-head">{t("conflict.field")}</th>
            <th className="table-head">{t("conflict.theirValue")}</th>
            <th className="table-head">{t("conflict.myValue")}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field}>
              <th scope="row" className="table-row-head">
                {labels[field]}
              </th>
              <td className="table-cell">{text(theirs[field])}</td>
              <td className="table-cell">{text(mine[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}

const text = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value ?? ""));
