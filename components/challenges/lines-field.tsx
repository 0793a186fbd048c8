"use client";
import { useState } from "react";
import type { AppFormApi } from "@/components/forms/app-form";
import { TextArea } from "@/components/ui/text-field";
import type { ChallengeFields } from "./challenge-form";

type Props = {
  form: AppFormApi<ChallengeFields>;
  name: "parties";
  label: string;
  help: string;
};

/** A list that is written one per line. */
export function LinesField({ form, name, label, help }: Props) {
  const lines = form.watch(name);
  const [written, setWritten] = useState<string | null>(null);
  return (
    <TextArea
      id={name}
      name={name}
      label={label}
      help={help}
      rows={3}
      error={form.errorOf(name) ?? firstError(form, name, lines.length)}
      value={written ?? lines.join("\n")}
      onChange={({ target }) => {
        setWritten(target.value);
        form.setValue(name, linesOf(target.value), { shouldDirty: true });
      }}
      onBlur={() => setWritten(null)}
    />
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function firstError(form: Props["form"], name: string, count: number): string | undefined {
  for (let index = 0; index < count; index += 1) {
    const error = form.errorOf(`${name}.${index}`);
    if (error) return error;
  }
  return undefined;
}
