import type { ReactNode } from "react";
import { classes } from "./classes";

export type Fact = { term: ReactNode; value: ReactNode; key?: string };
export type FactsProps = {
  facts: readonly Fact[];
  /** Side by side: for a row of figures under a title. */
  across?: boolean;
};

/** Terms with their values; a value that is null or undefined leaves its term out. */
export function Facts({ facts, across }: FactsProps) {
  const known = facts.filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== "");
  return (
    <dl className={classes(across ? "flex flex-wrap gap-x-10 gap-y-4" : "flex flex-col")}>
      {known.map((fact, index) => (
        <div
          key={fact.key ?? index}
          className={across ? "min-w-24" : "border-t border-line py-2.5 first:border-t-0 first:pt-0"}
        >
          <dt className="text-sm text-muted">{fact.term}</dt>
          <dd className={across ? "text-lg font-bold" : undefined}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
