import type { Locale } from "@/components/ui/format";

/** The quarters above a timeline, with the year where one begins. */
export function QuarterAxis({ columns, locale }: { columns: string[]; locale: Locale }) {
  return (
    <ol aria-hidden="true" className="timeline-row sticky top-0 bg-paper">
      {columns.map((quarter, index) => (
        <li key={quarter} className="px-1 pb-1 text-sm">
          <span className="block h-5 font-bold">
            {(index === 0 || quarter.endsWith("Q1")) && quarter.slice(0, 4)}
          </span>
          <span className="quarter text-muted">
            {locale === "nl" ? `${quarter.slice(6)}e kw` : quarter.slice(5)}
          </span>
        </li>
      ))}
    </ol>
  );
}
