"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { differences } from "./merge";

type ConflictNoticeProps<V extends FieldValues> = {
  /** What is saved now. */
  current: unknown;
  form: UseFormReturn<V>;
  labels: Record<string, string>;
  /** How a value reads to people; without it, as it is. */
  show?: (field: string, value: unknown) => string;
  onMerged: () => void;
};

/** Someone else was first: shows field by field what they saved beside what was typed, and lets each be chosen. */
export function ConflictNotice<V extends FieldValues>(props: ConflictNoticeProps<V>) {
  const { current, form, labels, show = text, onMerged } = props;
  const t = useTranslations("forms.conflict");
  const group = useId();
  const saved = (current ?? {}) as Record<string, unknown>;
  const [found] = useState(() =>
    differences(saved, form.getValues(), Object.keys(labels), form.formState.defaultValues ?? {}),
  );
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(found.filter(({ untouched }) => untouched).map(({ field }) => field)),
  );

  function take(field: string, theirs: boolean) {
    const next = new Set(taken);
    if (theirs) next.add(field);
    else next.delete(field);
    setTaken(next);
  }

  function merge() {
    for (const { field, theirs } of found)
      if (taken.has(field)) form.setValue(field as never, theirs as never, { shouldDirty: true });
    if ("version" in saved) form.setValue("version" as never, saved.version as never, { shouldDirty: true });
    onMerged();
  }

  return (
    <Notice
      kind="attention"
      live
      title={t("title")}
      actions={
        <Button variant="primary" onClick={merge}>
          {t("merge")}
        </Button>
      }
    >
      <p>{found.length > 0 ? t("explain") : t("nothing")}</p>
      {found.map(({ field, theirs, mine }) => (
        <fieldset key={field} className="flex flex-col gap-1 border-t border-line pt-2">
          <legend className="float-left font-bold">{labels[field]}</legend>
          <Side
            name={`${group}-${field}`}
            chosen={!taken.has(field)}
            choose={() => take(field, false)}
            side={t("mine")}
            value={show(field, mine) || t("empty")}
          />
          <Side
            name={`${group}-${field}`}
            chosen={taken.has(field)}
            choose={() => take(field, true)}
            side={t("theirs")}
            value={show(field, theirs) || t("empty")}
          />
        </fieldset>
      ))}
    </Notice>
  );
}

type SideProps = { name: string; chosen: boolean; choose: () => void; side: string; value: string };

function Side({ name, chosen, choose, side, value }: SideProps) {
  return (
    <label className="clear-both flex gap-3 py-1">
      <input type="radio" className="tick" name={name} checked={chosen} onChange={choose} />
      <span className="min-w-0">
        <span className="block text-sm text-muted">{side}</span>
        <span className="whitespace-pre-line">{value}</span>
      </span>
    </label>
  );
}

function text(_field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => text(_field, one)).join(", ");
  return typeof value === "object" && !(value instanceof Date) ? JSON.stringify(value) : String(value);
}
