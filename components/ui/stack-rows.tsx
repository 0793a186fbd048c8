import type { ReactNode } from "react";
import type { Sureness } from "./certainty-mark";

export type StackPart = {
  sureness: Sureness;
  /** Length, from 0 to 1. */
  share: number;
  /** The part in words, for who does not see it. */
  words: string;
};
export type StackRow = {
  key: string;
  label: ReactNode;
  /** The row in words: total or finding. */
  value: ReactNode;
  parts: readonly StackPart[];
  /** A second, thinner bar to hold against the first. */
  against?: readonly StackPart[];
};

/** Bars under each other, each built of parts that are drawn as sure as they are. */
export function StackRows({ rows }: { rows: readonly StackRow[] }) {
  return (
    <dl className="flex flex-col gap-2.5">
      {rows.map(({ key, label, value, parts, against }) => (
        <div
          key={key}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)_15rem] sm:items-center"
        >
          <dt className="wrap-anywhere">{label}</dt>
          <dd className="contents">
            <span className="text-end font-bold tabular-nums sm:order-last sm:text-start">{value}</span>
            <span className="col-span-2 flex flex-col gap-0.5 sm:col-span-1">
              <Stack parts={parts} className="h-4" />
              {against && <Stack parts={against} className="stack-against h-2" />}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Stack({ parts, className }: { parts: readonly StackPart[]; className: string }) {
  return (
    <span className={`flex w-full gap-px bg-well ${className}`}>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ sureness, share, words }) => (
          <span
            key={`${sureness}${words}`}
            className={`h-full min-w-1 drawn-${sureness}`}
            style={{ inlineSize: `${(Math.min(1, share) * 100).toFixed(1)}%` }}
          >
            <span className="sr-only">{`${words} `}</span>
          </span>
        ))}
    </span>
  );
}
