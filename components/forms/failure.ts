import { TRPCClientError } from "@trpc/client";
import type { DomainErrorShape } from "@/server/trpc/init";

/** What went wrong with a write, as a form needs to know it. */
export type Failure =
  | { kind: "domain"; domain: DomainErrorShape }
  | { kind: "input"; issues: { path: string; code: string }[] }
  | { kind: "offline" }
  | { kind: "unexpected" };

export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { kind: "unexpected" };
  const data = error.data as
    | { domain?: DomainErrorShape | null; issues?: { path: string; code: string }[] | null }
    | undefined;
  if (data?.domain) return { kind: "domain", domain: data.domain };
  if (data?.issues) return { kind: "input", issues: data.issues };
  return data ? { kind: "unexpected" } : { kind: "offline" };
}

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The sentence for a failure. A key with a dot is a feature's own: "needs.onlyBuyer" is `needs.errors.onlyBuyer`. */
export function sentenceOf(failure: Failure, t: Translate): string {
  if (failure.kind === "domain") return sentenceOfKey(failure.domain.key, t, failure.domain.params);
  if (failure.kind === "input") return t("forms.someWrong");
  return t(`errors.${failure.kind}`);
}

export function sentenceOfKey(key: string, t: Translate, params?: Record<string, string | number>): string {
  const [feature, rest] = key.split(".", 2);
  return rest ? t(`${feature}.errors.${rest}`, params) : t(`errors.${key}`, params);
}

/** The sentence for something wrong in a row or a file: a key of `forms.wrong`, or of a feature, with its parameters. */
export function issueSentence(
  { key, params }: { key: string; params?: Record<string, string | number> },
  t: Translate,
): string {
  return key.startsWith("forms.wrong.") ? t(key, params) : sentenceOfKey(key, t, params);
}
