"use client";
import { useState } from "react";
import { TextArea } from "@/components/ui/text-field";

type Props = {
  id: string;
  label: string;
  help: string;
  lines: readonly string[];
  onLines: (lines: string[]) => void;
  errorOf: (field: string) => string | undefined;
};

/** A list that is written one per line. */
export function LinesField({ id, label, help, lines, onLines, errorOf }: Props) {
  const [written, setWritten] = useState<string | null>(null);
  const wrong = [id, ...lines.map((_, index) => `${id}.${index}`)].map(errorOf).find(Boolean);
  return (
    <TextArea
      id={id}
      name={id}
      label={label}
      help={help}
      rows={4}
      error={wrong}
      value={written ?? lines.join("\n")}
      onChange={({ target }) => {
        setWritten(target.value);
        onLines(
          target.value
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        );
      }}
      onBlur={() => setWritten(null)}
    />
  );
}
