"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
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
import { formatDate, type Locale } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { type Bind, bindTo } from "./bind";
import { ConflictNotice } from "./conflict-notice";
import { type ErrorEntry, ErrorSummary } from "./error-summary";
import { encodeIssue, errorText, type Issue } from "./error-text";
import { type Failure, failureOf, type Translate } from "./failure";
import { FailureNotice } from "./failure-notice";
import { useDraft } from "./use-draft";
import { useReady } from "./use-ready";

/** What the fields of a form are given: react-hook-form's own, and ready props for the controls of components/ui. */
export type AppFormApi<V extends FieldValues> = UseFormReturn<V> & {
  errorOf: (field: string) => string | undefined;
  bind: Bind<V>;
};

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
  /** How a field's value reads to people, where someone else saved another one. */
  show?: (field: string, value: unknown) => string;
  /** Beside the submit button. */
  actions?: ReactNode;
  children: (form: AppFormApi<V>) => ReactNode;
};

/** One column of fields on a shared schema: checked before it is sent, kept while it is typed, merged when someone was first. */
export function AppForm<V extends FieldValues, R>(props: AppFormProps<V, R>) {
  const { name, schema, initial, submitLabel, submit, done, labels, show, actions, children } = props;
  const router = useRouter();
  const ready = useReady();
  const t = useTranslations() as unknown as Translate;
  const form = useForm<V>({
    defaultValues: initial,
    resolver: zodResolver(schema as never, {
      error: (issue) => encodeIssue(issue as Issue),
    }) as unknown as Resolver<V>,
    shouldFocusError: false,
  });
  const draft = useDraft(name, form);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { errors, isSubmitting, submitCount } = form.formState;
  const fieldErrors = flatten(errors);
  const errorOf = (field: string) => {
    const message = fieldErrors[field];
    return message === undefined ? undefined : errorText(message, t);
  };

  const send = form.handleSubmit(async (input) => {
    setFailure(null);
    try {
      const result = await submit(input as V);
      draft.forget();
      if (done) done(result);
      else router.refresh();
    } catch (error) {
      const now = failureOf(error);
      if (now.kind === "input")
        for (const { path, code } of now.issues)
          form.setError(path as never, { type: code, message: encodeIssue({ code }) });
      setFailure(now);
    }
  });

  const entries: ErrorEntry[] = [
    ...Object.keys(fieldErrors).map((field) => ({ field, text: lineOf(field, errorOf(field), labels) })),
    ...missingOf(failure).map(({ field, key }) => ({
      field,
      text: lineOf(field, labels[field] ? t("forms.required") : key, labels),
    })),
  ];
  const summary = useFocusAfterSubmit(submitCount, failure, entries.length > 0 || failure !== null);
  const api = Object.assign(form, { errorOf, bind: bindTo(form, labels, errorOf) });

  return (
    <form noValidate onSubmit={send}>
      <fieldset disabled={!ready} className="flex min-w-0 flex-col gap-6">
        {draft.earlier && <EarlierNotice at={draft.earlier.at} />}
        {draft.restored && (
          <RestoredNotice
            discard={() => {
              form.reset(initial);
              draft.forget();
            }}
          />
        )}
        <div ref={summary} tabIndex={-1} className="flex flex-col gap-4 empty:hidden">
          <ErrorSummary title={t("forms.summary")} entries={entries} />
          {isConflict(failure) ? (
            <ConflictNotice
              current={failure.domain.current}
              form={form}
              labels={labels}
              show={show}
              onMerged={() => setFailure(null)}
            />
          ) : (
            failure && saysMore(failure) && <FailureNotice failure={failure} retry={() => void send()} />
          )}
        </div>
        {children(api)}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" busy={isSubmitting}>
            {submitLabel}
          </Button>
          {actions}
          <span className="text-sm text-muted">
            {draft.kept ? t("forms.keptWhileTyping") : t("forms.notKept")}
          </span>
        </div>
      </fieldset>
    </form>
  );
}

function EarlierNotice({ at }: { at: Date }) {
  const t = useTranslations("forms");
  const locale = useLocale() as Locale;
  return (
    <Notice kind="info" live>
      {t("earlier", { when: formatDate(at, locale, { time: true, short: true }) })}
    </Notice>
  );
}

function RestoredNotice({ discard }: { discard: () => void }) {
  const t = useTranslations("forms");
  return (
    <Notice
      kind="info"
      live
      actions={
        <Button small onClick={discard}>
          {t("discardDraft")}
        </Button>
      }
    >
      {t("restored")}
    </Notice>
  );
}

/** After each attempt that failed the focus goes to what is said about it, once it is there. */
function useFocusAfterSubmit(submitCount: number, failure: Failure | null, said: boolean) {
  const summary = useRef<HTMLDivElement>(null);
  const told = useRef<unknown>(null);
  useEffect(() => {
    const attempt = `${submitCount}:${failure?.kind ?? ""}`;
    if (!said || submitCount === 0 || told.current === attempt) return;
    told.current = attempt;
    summary.current?.focus();
  }, [submitCount, failure, said]);
  return summary;
}

type Conflict = Extract<Failure, { kind: "domain" }>;

function isConflict(failure: Failure | null): failure is Conflict {
  return (
    failure?.kind === "domain" && failure.domain.code === "conflict" && failure.domain.current !== undefined
  );
}

/** What is missing and what is wrong at a field stand in the summary already. */
function saysMore(failure: Failure): boolean {
  return failure.kind !== "input" && !(failure.kind === "domain" && failure.domain.code === "incomplete");
}

function missingOf(failure: Failure | null) {
  return failure?.kind === "domain" ? (failure.domain.issues ?? []) : [];
}

function lineOf(field: string, text: string | undefined, labels: Record<string, string>): string {
  if (field === "") return text ?? "";
  const label = labels[field] ?? field;
  return label.endsWith("?") ? `${label} ${text}` : `${label}: ${text}`;
}

/** Nested errors of react-hook-form as dotted paths with their messages. */
function flatten(errors: FieldErrors, prefix = ""): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(errors)) {
    if (!value || typeof value !== "object") continue;
    const path = prefix ? `${prefix}.${key}` : key;
    if ("message" in value && typeof value.message === "string") flat[path] = value.message;
    else Object.assign(flat, flatten(value as FieldErrors, path));
  }
  return flat;
}
