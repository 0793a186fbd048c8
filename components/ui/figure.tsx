import type { ReactNode } from "react";

export type FigureProps = {
  /** What the figure shows, in words, computed from what it shows. */
  finding: ReactNode;
  children: ReactNode;
  /** Where the data come from. */
  source?: ReactNode;
  /** How they were computed, one key away: `summary` is what the reader opens. */
  formula?: { summary: string; text: ReactNode };
};

/** The finding as the title, then the data, then source and formula. */
export function Figure({ finding, children, source, formula }: FigureProps) {
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption className="max-w-measure text-lg font-bold">{finding}</figcaption>
      {children}
      {(source || formula) && (
        <div className="flex flex-col gap-1 border-t border-line pt-2 text-sm text-muted">
          {source && <div>{source}</div>}
          {formula && (
            <details>
              <summary className="text-link inline-block">{formula.summary}</summary>
              <div className="max-w-measure pt-2">{formula.text}</div>
            </details>
          )}
        </div>
      )}
    </figure>
  );
}
