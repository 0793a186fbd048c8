"use client";
import { useState } from "react";
import type { AppFormApi } from "@/components/forms/app-form";
import { TextArea } from "@/components/ui/text-field";
import type { NeedFields } from "./need-form";

type Props = {
  form: AppFormApi<NeedFields>;
  name: "skills" | "questions";
  label: string;
  help: string;
};

/** A list, written as one entry per line; empty lines do not count. */
export function LinesField({ form, name, label, help }: Props) {
  const [written, setWritten] = useState<string | null>(null);
  return (
    <TextArea
      id={name}
      label={label}
      help={help}
      rows={3}
      error={form.errorOf(name) ?? firstError(form, name)}
      value={written ?? form.watch(name).join("\n")}
      onChange={({ target }) => {
        setWritten(target.value);
        const lines = target.value
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean);
        form.setValue(name, lines, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
      }}
      onBlur={() => setWritten(null)}
    />
  );
}

/** An entry that is wrong is told of at the field. */
function firstError(form: AppFormApi<NeedFields>, name: Props["name"]) {
  const at = form.watch(name).findIndex((_, index) => form.errorOf(`${name}.${index}`) !== undefined);
  return at < 0 ? undefined : form.errorOf(`${name}.${at}`);
}
