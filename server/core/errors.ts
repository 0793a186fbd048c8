import type { Missing } from "./lifecycle";

/** What a refusal is called, wherever it is shown. The server returns keys and parameters, never prose. */
export type DomainErrorCode =
  | "not-found"
  | "unauthenticated"
  | "forbidden"
  | "wrong-state"
  | "incomplete"
  | "conflict"
  | "rule"
  | "rate-limited";

export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    /** Key of the sentence in `messages/<locale>/errors.json`. */
    readonly key: string,
    readonly details: {
      params?: Record<string, string | number>;
      issues?: Missing[];
      current?: unknown;
    } = {},
  ) {
    super(`${code}: ${key}`);
  }
}

export const notFound = () => new DomainError("not-found", "notFound");
export const wrongState = (state: string) =>
  new DomainError("wrong-state", "wrongState", { params: { state } });
/** A rule of the field stands in the way; `key` says which. */
export const brokenRule = (key: string, params?: Record<string, string | number>) =>
  new DomainError("rule", key, { params });
/** Someone else changed it since; `current` is what it is now, so that the two can be merged. */
export const conflict = (current: unknown) => new DomainError("conflict", "conflict", { current });

/** Whether the database refused a row for this constraint, of which the tables keep the name. */
export function violates(error: unknown, constraint: string): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return (cause as { constraint_name?: string } | null)?.constraint_name === constraint;
}

/** Turns a row that may be missing into the row, or the same NotFound as for what may not be seen. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw notFound();
  return row;
}
