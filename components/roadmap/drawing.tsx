"use client";
import type { CSSProperties } from "react";
import type { Locale } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { type Bar, Bars } from "./bars";
import { QuarterAxis } from "./quarter-axis";
import { QuarterSums, type SumsOfQuarters } from "./quarter-sums";

/** A programme, or the needs in none, with its bars; all in words. */
export type Part = {
  /** Of the programme's page. */
  href?: string;
  title: string;
  /** The language of the title, where it is not that of the page. */
  lang?: string;
  facts: string;
  bars: Bar[];
  /** How many more there are than the bars. */
  more?: string;
};

type Props = { locale: Locale; columns: string[]; parts: Part[]; sums: SumsOfQuarters };

/**
 * Parts over quarters. It stands in the browser too, because a page of facts is sent in less room, and written in less
 * time, than a page of elements.
 */
export function Drawing({ locale, columns, parts, sums }: Props) {
  return (
    <div className="timeline" style={{ "--columns": columns.length } as CSSProperties}>
      <QuarterAxis columns={columns} locale={locale} />
      {parts.map((part) => (
        <section key={part.href ?? "loose"} className="timeline-part">
          <PartHead {...part} />
          {part.bars.length > 0 && <Bars bars={part.bars} locale={locale} />}
          {part.href && part.more && (
            <p className="sticky start-0 w-fit text-sm">
              <Link href={part.href}>{part.more}</Link>
            </p>
          )}
        </section>
      ))}
      <QuarterSums columns={columns} sums={sums} locale={locale} />
    </div>
  );
}

/** What a part is about; it stays in sight while the bars scroll. */
function PartHead({ href, title, lang, facts }: Part) {
  return (
    <header className="timeline-head">
      <h3 className="text-lg" lang={lang}>
        {href ? <Link href={href}>{title}</Link> : title}
      </h3>
      <p className="text-sm text-muted">{facts}</p>
    </header>
  );
}
