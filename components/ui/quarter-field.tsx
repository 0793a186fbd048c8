"use client";
import { formatQuarter, type Locale } from "./format";
import { SelectField, type SelectFieldProps } from "./select-field";

export type QuarterFieldProps = Omit<SelectFieldProps, "options"> & {
  locale: Locale;
  /** First and last year that can be chosen. */
  from: number;
  to: number;
  /** "2026-Q4": leave out what comes before it. */
  since?: string;
};

/** A quarter of a year; the value is "2027-Q2". */
export function QuarterField({ locale, from, to, since = "", ...field }: QuarterFieldProps) {
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const options = years.map((year) => ({
    group: String(year),
    options: ([1, 2, 3, 4] as const)
      .map((quarter) => ({
        value: `${year}-Q${quarter}`,
        text: formatQuarter({ year, quarter }, locale),
      }))
      .filter(({ value }) => value >= since),
  }));
  return <SelectField {...field} options={options} />;
}
