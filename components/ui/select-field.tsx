"use client";
import type { ComponentProps } from "react";
import { describedBy, Field, type FieldProps, useFieldIds } from "./field";

export type Option = { value: string; text: string; help?: string; disabled?: boolean };
export type OptionGroup = { group: string; options: Option[] };

export type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "children"> & {
    options: readonly (Option | OptionGroup)[];
    /** Text of the first, empty option; without it the first option is the answer. */
    empty?: string;
  };

/** One answer out of a list. */
export function SelectField(props: SelectFieldProps) {
  const { label, help, error, mark, id, className, options, empty, ...select } = props;
  const ids = useFieldIds(id);
  return (
    <Field {...{ ids, label, help, error, mark, className }}>
      <select {...select} id={ids.id} {...describedBy(ids, { help, error })} className="control">
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((entry) =>
          "group" in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(entry)
          ),
        )}
      </select>
    </Field>
  );
}

function optionOf({ value, text, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {text}
    </option>
  );
}
