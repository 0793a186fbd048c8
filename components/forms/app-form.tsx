"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ConflictNotice } from "./conflict-notice";
import { type ErrorEntry, ErrorSummary } from "./error-summary";
import { type Failure, failureOf, sentenceOf } from "./failure";
import { useDraft } from "./use-draft";

export type AppFormProps<V extends FieldValues, R> = {
  /** Names the draft that the browser keeps: "need:new", "need:<id>". */
  name: string;
  /** The input schema that the procedure uses too. */
  schema: z.ZodType;
  initial: DefaultValues<V>;
  submitLabel: string;
  submit: (input: V) => Promise<R>;
  done?: (result: R) => void;
  /** Field names and what they are called, for the summaries. */
  labels: Record<string, string>;
  children: (form: UseFormReturn<V> & { errorOf: (field: string) => string | undefined }) => ReactNode;
};

/** One column of fields on a shared schema: checked before it is sent, kept while it is typed, merged when someone was first. */
export function AppForm<V extends FieldValues, R>(props: AppFormProps<V, R>) {
  const { name, schema, initial, submitLabel, submit, done, labels, children } = props;
  const router = useRouter();
  const t = useTranslations() as unknown as (key: string, values?: Record<string, string | number>) => string;
  const form = useForm<V>({
    defaultValues: initial,
    resolver: zodResolver(schema as never) as unknown as Resolver<V>,
    shouldFocusError: false,
  });
  const draft = useDraft(name, form);
  const [failure, setFailure] = useState<Failure | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { errors, isSubmitting } = form.formState;
  const fieldErrors = flatten(errors);
  const errorOf = (field: string) => {
    const code = fieldErrors[field];
    return code && errorText(code, t);
  };
  const showSummary = () => requestAnimationFrame(() => summary.current?.focus());

  const send = form.handleSubmit(async (input) => {
    setFailure(null);
    try {
      const result = await submit(input as V);
      draft.forget();
      if (done) done(result);
      else router.refresh();
    } catch (error) {
      const now = failureOf(error);
      setFailure(now);
      if (now.kind === "input")
        for (const issue of now.issues) form.setError(issue.path as never, { type: issue.code });
      showSummary();
    }
  }, showSummary);

  const entries: ErrorEntry[] = [
    ...Object.entries(fieldErrors).map(([field, code]) => ({
      field,
      text: `${labels[field] ?? field}: ${errorText(code, t)}`,
    })),
    ...missingOf(failure).map(({ field, key }) => ({
      field,
      text: labels[field] ? `${labels[field]}: ${t("forms.required")}` : key,
    })),
  ];

  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-6">
      {draft.restored && (
        <Notice
          kind="info"
          live
          actions={
            <Button
              small
              onClick={() => {
                form.reset(initial);
                draft.forget();
              }}
            >
              {t("forms.discardDraft")}
            </Button>
          }
        >
          {t("forms.restored")}
        </Notice>
      )}
      <ErrorSummary ref={summary} title={t("forms.summary")} entries={entries} />
      {failure && (
        <FailureNotice
          failure={failure}
          t={t}
          form={form}
          labels={labels}
          onMerged={() => setFailure(null)}
        />
      )}
      {children(Object.assign(form, { errorOf }))}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" busy={isSubmitting}>
          {submitLabel}
        </Button>
        <span className="text-sm text-muted">{t("forms.keptWhileTyping")}</span>
      </div>
    </form>
  );
}

type FailureNoticeProps<V extends FieldValues> = {
  failure: Failure;
  t: (key: string, values?: Record<string, string | number>) => string;
  form: UseFormReturn<V>;
  labels: Record<string, string>;
  onMerged: () => void;
};

function FailureNotice<V extends FieldValues>({ failure, t, form, labels, onMerged }: FailureNoticeProps<V>) {
  if (failure.kind === "domain" && failure.domain.code === "conflict")
    return (
      <ConflictNotice current={failure.domain.current} form={form} labels={labels} onMerged={onMerged} />
    );
  if (failure.kind === "domain" && failure.domain.code === "incomplete") return null;
  return (
    <Notice kind="error" live>
      {sentenceOf(failure, t)} {t("forms.kept")}
    </Notice>
  );
}

function missingOf(failure: Failure | null) {
  return failure?.kind === "domain" ? (failure.domain.issues ?? []) : [];
}

/** Nested errors of react-hook-form as dotted paths with their codes. */
function flatten(errors: FieldErrors, prefix = ""): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(errors)) {
    if (!value || typeof value !== "object") continue;
    const path = prefix ? `${prefix}.${key}` : key;
    if ("type" in value && typeof value.type === "string") flat[path] = value.type;
    else Object.assign(flat, flatten(value as FieldErrors, path));
  }
  return flat;
}

const KNOWN = [
  "too_small",
  "too_big",
  "invalid_type",
  "invalid_format",
  "invalid_value",
  "unrecognized_keys",
  "custom",
];

/** What is wrong and what to do, for a code of the schema. */
function errorText(code: string, t: (key: string) => string): string {
  return t(`forms.codes.${KNOWN.includes(code) ? code : "custom"}`);
}
