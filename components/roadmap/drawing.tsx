"use client";
import dynamic from "next/dynamic";
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/components/ui/format";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Marked, type Segments } from "@/components/ui/marked";
import { type Bar, Bars } from "./bars";
import type { Zoom } from "./filters";
import { QuarterAxis } from "./quarter-axis";
import { QuarterSums, type SumsOfTime } from "./quarter-sums";

/** A programme, or the needs in none, with its bars; all in words. */
export type Part = {
  /** Of the programme's page. */
  href?: string;
  title: string;
  /** The language of the title, where it is not that of the page. */
  lang?: string;
  /** The title, where something was searched for. */
  found?: Segments;
  facts: string;
  bars: Bar[];
  /** How many more there are than the bars. */
  more?: string;
};

/** What the drawing says beside its parts; without `move` no bar can be moved. */
export type DrawingWords = {
  title: string;
  today: string;
  fold: string;
  unfold: string;
  changed?: string;
  move?: string;
};

type Props = {
  locale: Locale;
  zoom: Zoom;
  columns: string[];
  /** Where today is, as a share of the columns; null when it is on none. */
  today: number | null;
  parts: Part[];
  sums: SumsOfTime;
  words: DrawingWords;
  /** Other ways to look at it, beside the button that folds all. */
  children: ReactNode;
};

const Mover = dynamic(() => import("./moving/mover"), { ssr: false });
const LOOSE = "loose";
const keyOf = (part: Part) => part.href ?? LOOSE;

/**
 * Parts over quarters. It stands in the browser too, because a page of facts is sent in less room, and written in less
 * time, than a page of elements.
 */
export function Drawing({ locale, zoom, columns, today, parts, sums, words, children }: Props) {
  const timeline = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const movable = useMemo(
    () =>
      parts.flatMap(({ bars }) =>
        bars.flatMap(({ id, title, move }) => (move ? { id, title, ...move } : [])),
      ),
    [parts],
  );
  const all = parts.every((part) => folded.has(keyOf(part)));
  const fold = (key: string) =>
    setFolded((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  return (
    <>
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        {children}
        <Button small variant="subtle" onClick={() => setFolded(new Set(all ? [] : parts.map(keyOf)))}>
          {all ? words.unfold : words.fold}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-region" tabIndex={0} aria-label={words.title}>
        <div
          ref={timeline}
          className="timeline"
          data-zoom={zoom}
          style={{ "--columns": columns.length } as CSSProperties}
        >
          <QuarterAxis columns={columns} zoom={zoom} locale={locale} />
          {today !== null && (
            <p
              aria-hidden="true"
              className="today"
              style={{ insetInlineStart: `${(today * 100).toFixed(2)}%` }}
            >
              {words.today}
            </p>
          )}
          {parts.map((part) => {
            const isFolded = folded.has(keyOf(part));
            return (
              <section key={keyOf(part)} className="timeline-part">
                <PartHead {...part} isFolded={isFolded} fold={() => fold(keyOf(part))} />
                {!isFolded && part.bars.length > 0 && (
                  <Bars bars={part.bars} locale={locale} moveWord={words.move} changedWord={words.changed} />
                )}
                {!isFolded && part.href && part.more && (
                  <p className="sticky start-0 w-fit text-sm">
                    <Link href={part.href}>{part.more}</Link>
                  </p>
                )}
              </section>
            );
          })}
          <QuarterSums sums={sums} />
        </div>
      </section>
      {words.move && movable.length > 0 && <Mover timeline={timeline} columns={columns} needs={movable} />}
    </>
  );
}

/** What a part is about; it stays in sight while the bars scroll. */
function PartHead({
  href,
  title,
  lang,
  found,
  facts,
  isFolded,
  fold,
}: Part & { isFolded: boolean; fold: () => void }) {
  return (
    <header className="timeline-head">
      <h2 className="text-lg" lang={lang}>
        <button
          type="button"
          className="fold no-print"
          aria-expanded={!isFolded}
          aria-label={title}
          onClick={fold}
        >
          <Icon name="down" />
        </button>
        {href ? (
          <Link href={href}>
            <Marked text={title} segments={found} />
          </Link>
        ) : (
          title
        )}
      </h2>
      <p className="text-sm text-muted">{facts}</p>
    </header>
  );
}
