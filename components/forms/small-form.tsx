"use client";
import type { ReactNode } from "react";
import { useReady } from "./use-ready";

/** A form of a field or two. Nothing can be typed or sent before the browser can keep it. */
export function SmallForm({ submit, children }: { submit: () => void; children: ReactNode }) {
  const ready = useReady();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset disabled={!ready} className="flex min-w-0 flex-col items-start gap-4">
        {children}
      </fieldset>
    </form>
  );
}
