import type { ReactNode } from "react";

export type ByLineProps = {
  who: ReactNode;
  /** The moment for machines, and in words for people. */
  when: { iso: string; text: string };
  /** On what it rests. */
  ground?: ReactNode;
};

/** Who set this, when, and on what ground. */
export function ByLine({ who, when, ground }: ByLineProps) {
  return (
    <p className="text-sm text-muted">
      {who} · <time dateTime={when.iso}>{when.text}</time>
      {ground && <> · {ground}</>}
    </p>
  );
}
