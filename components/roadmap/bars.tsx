import type { MovableNeed } from "@/components/needs/move-form";
import type { Sureness } from "@/components/ui/certainty-mark";
import { localPath } from "@/components/ui/local-path";
import { Marked, type Segments } from "@/components/ui/marked";

/** A need on the timeline, in words and grid lines. */
export type Bar = {
  /** Of the need. */
  id: string;
  title: string;
  /** The language of the title, where it is not that of the page. */
  lang?: string;
  /** The title, where something was searched for. */
  found?: Segments;
  /** Value and buyer. */
  words: string;
  /** Window and certainty: what is drawn, for who does not see it. */
  drawn: string;
  sureness: Sureness;
  /** The columns that the words take and those of the bar, as CSS grid lines. */
  at: [words: string, bar: string];
  /** The words stop where the bar stops. */
  atEnd?: boolean;
  /** Others changed it since the reader last looked. */
  changed?: boolean;
  /** For its buyer: what a move starts from. */
  move?: Omit<MovableNeed, "id">;
};

/** Needs as bars over the columns of a timeline; a buyer's own are buttons that move. */
export function Bars({
  bars,
  locale,
  moveWord,
  changedWord,
}: {
  bars: Bar[];
  locale: string;
  moveWord?: string;
  changedWord?: string;
}) {
  return (
    <ul className="bars">
      {bars.map(({ id, title, lang, found, words, drawn, sureness, at, atEnd, changed, move }) => (
        <li key={id}>
          <p className={atEnd ? "at-end" : undefined} style={{ gridColumn: at[0] }}>
            <a href={localPath(`/needs/${id}`, locale)} lang={lang}>
              <Marked text={title} segments={found} />
            </a>
            {changed && <strong className="changed-mark">{` ${changedWord}`}</strong>}
            {` ${words}`}
            <span className="sr-only">{` · ${drawn}`}</span>
          </p>
          {move && moveWord ? (
            <button
              type="button"
              data-need={id}
              aria-label={`${moveWord}: ${title}, ${drawn}`}
              style={{ gridColumn: at[1] }}
            >
              <span className={`drawn-${sureness}`} />
            </button>
          ) : (
            <span className={`drawn-${sureness}`} style={{ gridColumn: at[1] }} />
          )}
        </li>
      ))}
    </ul>
  );
}
