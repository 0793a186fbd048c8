import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import { describedBy, FieldGroup, type FieldProps, useFieldIds } from "./field";
import { Icon } from "./icon";
import type { Option } from "./select-field";

type ChoiceInput = Omit<ComponentProps<"input">, "id" | "type" | "value" | "children">;

export type CheckboxFieldProps = ChoiceInput & {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  id?: string;
  value?: string;
};

/** One statement to agree with. */
export function CheckboxField({ label, help, error, id, className, ...input }: CheckboxFieldProps) {
  const ids = useFieldIds(id);
  return (
    <div className={classes("flex max-w-control flex-col gap-1", className)}>
      {error && (
        <div id={ids.errorId} className="flex items-start gap-1.5 text-sm font-bold text-negative">
          <Icon name="alert" className="mt-0.5" />
          <span className="block first-letter:uppercase">{error}</span>
        </div>
      )}
      <Choice
        input={{ ...input, type: "checkbox", id: ids.id, ...describedBy(ids, { help, error }) }}
        label={label}
        help={help}
        helpId={ids.helpId}
      />
    </div>
  );
}

export type ChoiceGroupProps = FieldProps &
  ChoiceInput & {
    options: readonly Option[];
    /** Side by side where there is room. */
    inline?: boolean;
    /** What is chosen at first, when the form does not steer it. */
    defaultValues?: readonly string[];
  };

/** Several answers out of a few. */
export function CheckboxGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="checkbox" />;
}

/** One answer out of a few, all in sight. */
export function RadioGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="radio" />;
}

function ChoiceGroup({
  type,
  label,
  help,
  error,
  mark,
  id,
  className,
  options,
  inline,
  defaultValues,
  ...input
}: ChoiceGroupProps & { type: "checkbox" | "radio" }) {
  const ids = useFieldIds(id);
  return (
    <FieldGroup {...{ ids, label, help, error, mark, className }}>
      <div className={classes("flex", inline ? "flex-wrap gap-x-6" : "flex-col")}>
        {options.map((option) => {
          const optionId = `${ids.id}-${option.value}`;
          return (
            <Choice
              key={option.value}
              label={option.text}
              help={option.help}
              helpId={`${optionId}-help`}
              input={{
                ...input,
                type,
                id: optionId,
                value: option.value,
                disabled: option.disabled || input.disabled,
                defaultChecked: defaultValues?.includes(option.value),
                "aria-invalid": error ? true : undefined,
                "aria-describedby": option.help ? `${optionId}-help` : undefined,
              }}
            />
          );
        })}
      </div>
    </FieldGroup>
  );
}

function Choice({
  input,
  label,
  help,
  helpId,
}: {
  input: ComponentProps<"input">;
  label: ReactNode;
  help?: ReactNode;
  helpId: string;
}) {
  return (
    <div className="flex gap-3 py-1.5">
      <input {...input} className="tick" />
      <div>
        <label htmlFor={input.id}>{label}</label>
        {help && (
          <div id={helpId} className="text-sm text-muted">
            {help}
          </div>
        )}
      </div>
    </div>
  );
}
