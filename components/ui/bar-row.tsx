import type { ReactNode } from "react";
import { Bar } from "./bar";
import type { Sureness } from "./certainty-mark";

export type BarRowProps = {
  label: ReactNode;
  /** Length, from 0 to 1. */
  share: number;
  /** The value in words: what the bar says to who does not see it. */
  value: ReactNode;
  pattern?: Sureness;
};

/** Bars under each other, each with its words. */
export function BarRows({ rows }: { rows: readonly (BarRowProps & { key: string })[] }) {
  return (
    <dl className="flex flex-col gap-2.5">
      {rows.map(({ key, ...row }) => (
        <BarRow key={key} {...row} />
      ))}
    </dl>
  );
}

function BarRow({ label, share, value, pattern }: BarRowProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)_7rem] sm:items-center">
      <dt>{label}</dt>
      <dd className="contents">
        <span className="text-end font-bold sm:order-last">{value}</span>
        <span className="col-span-2 sm:col-span-1">
          <Bar share={share} pattern={pattern} />
        </span>
      </dd>
    </div>
  );
}
