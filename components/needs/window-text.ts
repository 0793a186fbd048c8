import { formatDate, formatQuarter, type Locale } from "@/components/ui/format";
import type { WindowPrecision } from "@/db/enums";
import { quarterOfDay } from "@/server/core/quarters";

type Window = { windowStart: string | null; windowEnd: string | null; windowPrecision?: WindowPrecision };

/** "2e kwartaal 2027 – 1e kwartaal 2028", or days where the buyer named days; null when no window is set. */
export function windowText(window: Window, locale: Locale): string | null {
  const { windowStart, windowEnd, windowPrecision = "quarter" } = window;
  if (!windowStart || !windowEnd) return null;
  const shown = (day: string) =>
    windowPrecision === "date" ? formatDate(day, locale) : formatQuarter(quarterOfDay(day), locale);
  const [from, to] = [shown(windowStart), shown(windowEnd)];
  return from === to ? from : `${from} – ${to}`;
}
