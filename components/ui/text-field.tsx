"use client";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { describedBy, Field, type FieldProps, useFieldIds } from "./field";

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps | "placeholder"> & {
    /** Width in characters when the answer has a known length. */
    characters?: number;
    /** Beside the control, such as "€" or "%". */
    before?: ReactNode;
    after?: ReactNode;
  };

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, mark, id, className, characters, before, after, style, ...input } = props;
  const ids = useFieldIds(id);
  return (
    <Field {...{ ids, label, help, error, mark, className }}>
      <span className="flex items-center gap-2">
        {before && <span aria-hidden="true">{before}</span>}
        <input
          type="text"
          {...input}
          id={ids.id}
          {...describedBy(ids, { help, error })}
          className="control"
          style={characters ? { ...style, maxInlineSize: `calc(${characters}ch + 1.75rem)` } : style}
        />
        {after && <span aria-hidden="true">{after}</span>}
      </span>
    </Field>
  );
}

export type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps | "placeholder">;

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea(props: TextAreaProps) {
  const { label, help, error, mark, id, className, rows = 4, ...input } = props;
  const ids = useFieldIds(id);
  return (
    <Field {...{ ids, label, help, error, mark, className }}>
      <textarea
        {...input}
        id={ids.id}
        rows={rows}
        {...describedBy(ids, { help, error })}
        className={classes("control field-sizing-content")}
        style={{ minBlockSize: `calc(${rows} * 1.5rem + 1.125rem)` }}
      />
    </Field>
  );
}
