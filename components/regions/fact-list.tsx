import type { ReactNode } from "react";
import type { Source } from "@/db/regions/schema";
import { Place } from "./place";

export type StatedFact = {
  slug: string;
  title: ReactNode;
  /** Beside the title: a verdict, a phase. */
  mark?: ReactNode;
  text: ReactNode;
  source: Source;
};

/** Facts in words, each with its place. */
export function FactList({ facts }: { facts: readonly StatedFact[] }) {
  return (
    <ul className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      {facts.map(({ slug, title, mark, text, source }) => (
        <li key={slug} id={slug} className="flex flex-col gap-2 border-t border-line pt-3">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h3 className="text-md font-bold">{title}</h3>
            {mark}
          </div>
          {text}
          <Place at={source} />
        </li>
      ))}
    </ul>
  );
}
