"use client";
import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Keeps what is typed in the browser until it is saved, under the form's name; puts it back after a lost session,
 * connection or tab.
 */
export function useDraft<V extends FieldValues>(name: string, form: UseFormReturn<V>) {
  const [restored, setRestored] = useState(false);
  const key = `bundel:draft:${name}`;
  const formRef = useRef(form);
  formRef.current = form;

  useEffect(() => {
    const kept = read(key);
    if (kept) {
      for (const [field, value] of Object.entries(kept))
        formRef.current.setValue(field as never, value as never, { shouldDirty: true });
      setRestored(true);
    }
    const watching = formRef.current.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) write(key, values);
      },
    });
    return watching;
  }, [key]);

  return {
    restored,
    forget: () => {
      localStorage.removeItem(key);
      setRestored(false);
    },
  };
}

function read(key: string): Record<string, unknown> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, values: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // A full or forbidden store must not keep anyone from typing.
  }
}
