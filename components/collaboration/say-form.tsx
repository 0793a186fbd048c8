"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { AppForm } from "@/components/forms/app-form";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-field";
import type { Audience } from "@/db/enums";
import { type Commented, type SaidInForm, saidInput } from "@/server/collaboration/input";
import { type Called, CallUpon } from "./call-upon";

type Props = {
  name: string;
  on: Commented;
  /** Whom it can be for; with one there is nothing to choose. */
  audiences: Audience[];
  /** The text to edit; who is called upon stays as it was. */
  text?: string;
  submitLabel: string;
  submit: (said: SaidInForm) => Promise<unknown>;
  close: () => void;
};

/** The form of a comment. What is typed is kept in the browser, as in every form. */
export function SayForm({ name, on, audiences, text, submitLabel, submit, close }: Props) {
  const t = useTranslations("collaboration.comments");
  const router = useRouter();
  const prefix = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [called, setCalled] = useState<Called[]>([]);
  const audience = audiences[0] ?? "organisation";
  return (
    <AppForm<SaidInForm, unknown>
      name={name}
      schema={saidInput}
      initial={{ text: text ?? "", audience, mentions: [] }}
      labels={{ text: t("text"), audience: t("audience"), mentions: t("who") }}
      submitLabel={submitLabel}
      submit={(said) => submit({ ...said, mentions: called.map(({ id }) => id) })}
      done={() => {
        close();
        router.refresh();
      }}
      actions={<Button onClick={close}>{t("cancel")}</Button>}
    >
      {({ bind, watch, setValue, getValues }) => {
        const { ref, onChange, ...field } = bind.text("text");
        return (
          <>
            <TextArea
              {...field}
              id={`${prefix}-text`}
              ref={(element) => {
                ref(element);
                area.current = element;
              }}
              onChange={(event) => {
                void onChange(event);
                const { value, selectionStart } = event.target;
                if (text === undefined && /(^|\s)@$/.test(value.slice(0, selectionStart)))
                  document.getElementById(`${prefix}-who`)?.focus();
              }}
              autoFocus
              maxLength={5_000}
              rows={3}
              help={text === undefined ? t("textHelp") : undefined}
            />
            {text === undefined && (
              <CallUpon
                id={`${prefix}-who`}
                on={on}
                audience={watch("audience")}
                called={called}
                change={setCalled}
                chosen={(person) => {
                  const written = getValues("text");
                  const gap = written === "" || /\s$/.test(written) ? "" : " ";
                  const before = written.endsWith("@") ? written.slice(0, -1) : written + gap;
                  setValue("text", `${before}@${person.name} `, { shouldDirty: true });
                  area.current?.focus();
                }}
              />
            )}
            {audiences.length > 1 && (
              <SelectField
                {...bind.text("audience")}
                id={`${prefix}-audience`}
                options={audiences.map((one) => ({ value: one, text: t(`audiences.${one}`) }))}
              />
            )}
          </>
        );
      }}
    </AppForm>
  );
}
