import { type ReactNode, useId } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

export type FieldProps = {
  label: ReactNode;
  /** Under the label: what is asked, with an example. */
  help?: ReactNode;
  /** What is wrong and what to do. */
  error?: ReactNode;
  /** Beside the label, such as "(not required)". */
  mark?: ReactNode;
  id?: string;
  className?: string;
};

export type FieldIds = { id: string; helpId: string; errorId: string };

/** Ids that tie a control to its label, help and error; the control's own id is where the error summary links to. */
export function useFieldIds(id?: string): FieldIds {
  const made = useId();
  const own = id ?? made;
  return { id: own, helpId: `${own}-help`, errorId: `${own}-error` };
}

/** What a control says of itself to assistive technology. */
export function describedBy(ids: FieldIds, { help, error }: Pick<FieldProps, "help" | "error">) {
  const parts = [help ? ids.helpId : null, error ? ids.errorId : null].filter(Boolean).join(" ");
  return { "aria-describedby": parts || undefined, "aria-invalid": error ? (true as const) : undefined };
}

/** Label above, help under it, error at the control. */
export function Field({
  ids,
  label,
  help,
  error,
  mark,
  className,
  children,
}: FieldProps & { ids: FieldIds; children: ReactNode }) {
  return (
    <div className={fieldLook(error, className)}>
      <label htmlFor={ids.id} className="font-bold">
        {label}
        <Mark>{mark}</Mark>
      </label>
      <FieldHelp id={ids.helpId}>{help}</FieldHelp>
      <FieldError id={ids.errorId}>{error}</FieldError>
      {children}
    </div>
  );
}

/** The same for a group of controls that answer one question. */
export function FieldGroup({
  ids,
  label,
  help,
  error,
  mark,
  className,
  children,
}: FieldProps & { ids: FieldIds; children: ReactNode }) {
  return (
    <fieldset
      id={ids.id}
      tabIndex={-1}
      aria-describedby={describedBy(ids, { help, error })["aria-describedby"]}
      className={fieldLook(error, className)}
    >
      <legend className="float-left font-bold">
        {label}
        <Mark>{mark}</Mark>
      </legend>
      <div className="clear-both flex flex-col gap-1.5">
        <FieldHelp id={ids.helpId}>{help}</FieldHelp>
        <FieldError id={ids.errorId}>{error}</FieldError>
        {children}
      </div>
    </fieldset>
  );
}

function Mark({ children }: { children?: ReactNode }) {
  return children ? <span className="font-normal text-muted"> {children}</span> : null;
}

function FieldHelp({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div id={id} className="max-w-control text-sm text-muted">
      {children}
    </div>
  );
}

function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div id={id} className="flex max-w-control items-start gap-1.5 text-sm font-bold text-negative">
      <Icon name="alert" className="mt-0.5" />
      <span className="block first-letter:uppercase">{children}</span>
    </div>
  );
}

function fieldLook(error: ReactNode, className?: string): string {
  return classes(
    "flex w-full max-w-control flex-col gap-1.5",
    Boolean(error) && "border-s-4 border-negative-line ps-3",
    className,
  );
}
