import type { Locale } from "@/components/ui/format";
import type { Zoom } from "./filters";

/** The quarters above a timeline, with the year where one begins. */
export function QuarterAxis({ columns, zoom, locale }: { columns: string[]; zoom: Zoom; locale: Locale }) {
  // Of a year that shows its last quarter only, there is no room for the name where quarters are narrow.
  const isNamed = (quarter: string, index: number) =>
    quarter.endsWith("Q1") || (index === 0 && !(zoom === "year" && quarter.endsWith("Q4")));
  return (
    <ol aria-hidden="true" className="timeline-row sticky top-0 bg-paper">
      {columns.map((quarter, index) => (
        <li key={quarter} className="px-1 pb-1 text-sm">
          <span className="block h-5 font-bold">{isNamed(quarter, index) && quarter.slice(0, 4)}</span>
          <span className="quarter text-muted">
            {locale === "nl" ? `${quarter.slice(6)}e kw` : quarter.slice(5)}
          </span>
        </li>
      ))}
    </ol>
  );
}
