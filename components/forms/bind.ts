import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { fromLocalInput, toLocalInput } from "@/components/ui/local-time";

type Named = { id: string; label: string; error: string | undefined };

/** Ties a field of the form to a control of components/ui: its id, label, error and value. */
export type Bind<V extends FieldValues> = ReturnType<typeof bindTo<V>>;

export function bindTo<V extends FieldValues>(
  form: UseFormReturn<V>,
  labels: Record<string, string>,
  errorOf: (field: string) => string | undefined,
) {
  const named = (name: string): Named => ({ id: name, label: labels[name] ?? name, error: errorOf(name) });
  const set = (name: FieldPath<V>, value: unknown) =>
    form.setValue(name, value as never, {
      shouldDirty: true,
      shouldTouch: true,
      shouldValidate: form.formState.isSubmitted,
    });
  const read = (name: FieldPath<V>): unknown => form.watch(name);

  return {
    /** For TextField, TextArea, SelectField, DateField, QuarterField, CheckboxField. */
    text: (name: FieldPath<V>) => ({ ...named(name), ...form.register(name) }),

    /** The same, where nothing filled in is null. */
    optional: (name: FieldPath<V>) => ({
      ...named(name),
      ...form.register(name, { setValueAs: (value: unknown) => (value === "" ? null : value) } as never),
    }),

    /** For a TextField with a figure; nothing filled in is null. */
    number: (name: FieldPath<V>) => ({
      ...named(name),
      inputMode: "decimal" as const,
      ...form.register(name, { setValueAs: asNumber } as never),
    }),

    /** For MoneyField. */
    money: (name: FieldPath<V>) => ({
      ...named(name),
      name,
      cents: read(name) as number | null | undefined,
      onCents: (cents: number | null) => set(name, cents),
    }),

    /** For ComboboxField. */
    choice: (name: FieldPath<V>) => ({
      ...named(name),
      value: read(name) as string | null | undefined,
      onValue: (value: string | null) => set(name, value),
    }),

    /** For LinesField; an entry that is wrong is told of at the field. */
    lines: (name: FieldPath<V>) => {
      const lines = (read(name) ?? []) as string[];
      const wrong = [name, ...lines.map((_, index) => `${name}.${index}`)].map(errorOf).find(Boolean);
      return { ...named(name), error: wrong, lines, onLines: (written: string[]) => set(name, written) };
    },

    /** For DateField with `time`: the form holds the instant, the person sees the clock of Amsterdam. */
    moment: (name: FieldPath<V>) => {
      const value = read(name);
      return {
        ...named(name),
        name,
        value: typeof value === "string" || value instanceof Date ? localOf(value) : "",
        onChange: (event: { target: { value: string } }) =>
          set(name, fromLocalInput(event.target.value)?.toISOString() ?? null),
      };
    },
  };
}

function asNumber(value: unknown): number | null {
  if (typeof value !== "string") return value as number | null;
  const written = value.trim().replace(",", ".");
  return written === "" ? null : Number(written);
}

function localOf(value: string | Date): string {
  return Number.isNaN(new Date(value).getTime()) ? "" : toLocalInput(value);
}
