"use client";
import type { Sureness } from "@/components/ui/certainty-mark";

/** A need on the timeline, in words and grid lines. Kept small: a page sends many. */
export type Bar = {
  href: string;
  title: string;
  /** The language of the title, where it is not that of the page. */
  lang?: string;
  /** Value and buyer. */
  words: string;
  /** Window and certainty: what is drawn, for who does not see it. */
  drawn: string;
  sureness: Sureness;
  /** The columns that the words take and those of the bar, as CSS grid lines. */
  at: [words: string, bar: string];
  atEnd: boolean;
};

/**
 * Needs as bars over the columns of a timeline. It does nothing in the browser yet; it stands there because the facts
 * are sent beside the page in less room than the elements would be.
 */
export function Bars({ bars }: { bars: Bar[] }) {
  return (
    <ul className="bars">
      {bars.map(({ href, title, lang, words, drawn, sureness, at, atEnd }) => (
        <li key={href}>
          <p className={atEnd ? "at-end" : undefined} style={{ gridColumn: at[0] }}>
            <a href={href} lang={lang}>
              {title}
            </a>
            {words}
            <span className="sr-only">{drawn}</span>
          </p>
          <span className={`drawn-${sureness}`} style={{ gridColumn: at[1] }} />
        </li>
      ))}
    </ul>
  );
}
