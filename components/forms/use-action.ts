"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Failure, failureOf, sentenceOf } from "./failure";

/** Runs a write once at a time, then shows the page anew; a failure becomes a sentence. */
export function useAction<T, A extends unknown[] = []>(
  act: (...about: A) => Promise<T>,
  done?: (result: T, ...about: A) => void,
) {
  const router = useRouter();
  const t = useTranslations() as unknown as (key: string, values?: Record<string, string | number>) => string;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run(...about: A) {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const result = await act(...about);
      if (done) done(result, ...about);
      else router.refresh();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { run, busy, failure, sentence: failure && sentenceOf(failure, t) };
}
