"use client";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { AppForm } from "@/components/forms/app-form";
import { Disclosure } from "@/components/ui/disclosure";
import { TextArea } from "@/components/ui/text-field";

type Props<V extends { reason: string }> = {
  /** The verb, on what opens the form and on its button. */
  label: string;
  help?: string;
  name: string;
  schema: z.ZodType;
  initial: V;
  act: (input: V) => Promise<unknown>;
};

/** A step that needs its reason: closed until wanted, then one question. */
export function ReasonForm<V extends { reason: string }>(props: Props<V>) {
  const { label, help, name, schema, initial, act } = props;
  const t = useTranslations("needs");
  return (
    <Disclosure summary={label}>
      <AppForm<{ reason: string }, unknown>
        name={name}
        schema={schema}
        initial={initial}
        labels={{ reason: t("field.reason") }}
        submitLabel={label}
        submit={(input) => act(input as V)}
      >
        {({ bind }) => (
          <TextArea {...bind.text("reason")} id={`${name}-reason`} help={help} rows={2} maxLength={1000} />
        )}
      </AppForm>
    </Disclosure>
  );
}
