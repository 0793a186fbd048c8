"use client";
import { useState } from "react";
import type { FieldProps } from "./field";
import { TextArea } from "./text-field";

export type LinesFieldProps = FieldProps & {
  lines: readonly string[];
  onLines: (lines: string[]) => void;
  rows?: number;
};

/** A list, written as one entry per line; empty lines do not count. */
export function LinesField({ lines, onLines, rows = 3, ...field }: LinesFieldProps) {
  const [written, setWritten] = useState<string | null>(null);
  return (
    <TextArea
      {...field}
      name={field.id}
      rows={rows}
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
