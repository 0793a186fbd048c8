"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { issueSentence, type Translate } from "@/components/forms/failure";
import { SmallForm } from "@/components/forms/small-form";
import { Button } from "@/components/ui/button";
import { describedBy, Field } from "@/components/ui/field";
import type { Locale } from "@/components/ui/format";
import { localPath } from "@/components/ui/local-path";
import { LARGEST_FILE, MOST_ROWS } from "@/server/imports/input";

type Refusal = { key: string; params?: Record<string, string | number> };

/** One file, sent as it is; what is wrong with it as a whole is said at once. */
export function UploadForm() {
  const t = useTranslations() as unknown as Translate;
  const locale = useLocale() as Locale;
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const ids = { id, helpId: `${id}-help`, errorId: `${id}-error` };
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | "missing" | null>(null);
  const help = t("imports.file.help", { most: LARGEST_FILE / 1_000_000, rows: MOST_ROWS });
  const error = refusal && (refusal === "missing" ? t("imports.file.choose") : issueSentence(refusal, t));

  const send = async () => {
    const file = field.current?.files?.[0];
    if (!file) return refuse("missing");
    // What is too large is not sent at all.
    if (file.size > LARGEST_FILE)
      return refuse({ key: "imports.tooLarge", params: { most: LARGEST_FILE / 1_000_000 } });
    setBusy(true);
    setRefusal(null);
    const answer = await sent(file, locale);
    if ("id" in answer) return router.push(localPath(`/needs/import/${answer.id}`, locale));
    setBusy(false);
    refuse(answer);
  };
  const refuse = (reason: Refusal | "missing") => {
    setRefusal(reason);
    field.current?.focus();
  };
  return (
    <SmallForm submit={() => void send()}>
      <Field ids={ids} label={t("imports.file.label")} help={help} error={error}>
        <input
          ref={field}
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.json"
          {...describedBy(ids, { help, error })}
          className="control"
          onChange={() => setRefusal(null)}
        />
      </Field>
      <span role="alert" className="sr-only">
        {error}
      </span>
      <Button type="submit" variant="primary" busy={busy}>
        {t(busy ? "imports.file.sending" : "imports.file.send")}
      </Button>
    </SmallForm>
  );
}

async function sent(file: File, language: Locale): Promise<{ id: string } | Refusal> {
  try {
    const query = new URLSearchParams({ name: file.name, language });
    const response = await fetch(`/api/imports?${query}`, { method: "POST", body: file });
    const answer = await response.json().catch(() => null);
    return answer?.id || answer?.key ? answer : { key: "unexpected" };
  } catch {
    return { key: "offline" };
  }
}
