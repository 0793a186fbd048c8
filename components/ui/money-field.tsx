"use client";
import { useState } from "react";
import { formatMoney, type Locale, parseMoney } from "./format";
import { TextField, type TextFieldProps } from "./text-field";

export type MoneyFieldProps = Omit<
  TextFieldProps,
  "value" | "defaultValue" | "onChange" | "type" | "before"
> & {
  locale: Locale;
  /** Whole cents; null when nothing is filled in, NaN when what is written cannot be read. */
  cents: number | null | undefined;
  onCents: (cents: number | null) => void;
};

/** An amount in euro, written as people do ("1.200.000", "1,2 mln"); tidied when the field is left. */
export function MoneyField({ locale, cents, onCents, onBlur, ...field }: MoneyFieldProps) {
  const [written, setWritten] = useState<string | null>(null);
  const shown = written ?? inWords(cents, locale);
  return (
    <TextField
      {...field}
      before="€"
      inputMode="decimal"
      autoComplete="off"
      characters={18}
      value={shown}
      onChange={(event) => {
        setWritten(event.target.value);
        onCents(parseMoney(event.target.value, locale));
      }}
      onBlur={(event) => {
        if (!Number.isNaN(cents)) setWritten(null);
        onBlur?.(event);
      }}
    />
  );
}

function inWords(cents: number | null | undefined, locale: Locale): string {
  if (cents === null || cents === undefined || Number.isNaN(cents)) return "";
  const exact = formatMoney(cents, locale, "exact")
    .replace(/[€\u00a0]/g, "")
    .replace("−", "-");
  return cents % 100 === 0 ? exact.slice(0, -3) : exact;
}
