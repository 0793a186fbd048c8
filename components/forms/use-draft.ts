"use client";
import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { forgetDraft, keepDraft, keptDraft } from "./drafts";
import { type EarlierValues, useEarlier } from "./earlier";

/**
 * Keeps what is typed in the browser until it is saved, under the form's name; puts it back after a lost session,
 * connection or tab.
 */
export function useDraft<V extends FieldValues>(name: string, form: UseFormReturn<V>) {
  const [restored, setRestored] = useState(false);
  const [kept, setKept] = useState(true);
  const earlier = useEarlier();
  const formRef = useRef(form);
  formRef.current = form;

  useEffect(() => {
    const set = (values: Record<string, unknown>) => {
      for (const [field, value] of Object.entries(values))
        formRef.current.setValue(field as never, value as never, { shouldDirty: true });
    };
    if (earlier) set(ownFields(earlier, formRef.current.getValues()));
    const draft = earlier ? null : keptDraft(name);
    if (draft) {
      set(draft);
      setRestored(true);
    }
    return formRef.current.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) setKept(keepDraft(name, values));
      },
    });
  }, [name, earlier]);

  return {
    restored,
    earlier,
    /** Whether the browser lets us keep it. */
    kept,
    forget: () => {
      forgetDraft(name);
      setRestored(false);
    },
  };
}

/** Of what the object was, the fields that this form has; null stands for nothing typed. */
function ownFields({ values }: EarlierValues, form: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => field in form)
      .map(([field, value]) => [field, value === null && typeof form[field] === "string" ? "" : value]),
  );
}
