"use client";
import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { forgetDraft, keepDraft, keptDraft } from "./drafts";

/**
 * Keeps what is typed in the browser until it is saved, under the form's name; puts it back after a lost session,
 * connection or tab.
 */
export function useDraft<V extends FieldValues>(name: string, form: UseFormReturn<V>) {
  const [restored, setRestored] = useState(false);
  const [kept, setKept] = useState(true);
  const formRef = useRef(form);
  formRef.current = form;

  useEffect(() => {
    const draft = keptDraft(name);
    if (draft) {
      for (const [field, value] of Object.entries(draft))
        formRef.current.setValue(field as never, value as never, { shouldDirty: true });
      setRestored(true);
    }
    return formRef.current.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) setKept(keepDraft(name, values));
      },
    });
  }, [name]);

  return {
    restored,
    /** Whether the browser lets us keep it. */
    kept,
    forget: () => {
      forgetDraft(name);
      setRestored(false);
    },
  };
}
