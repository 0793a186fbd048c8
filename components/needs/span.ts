export type Span = { start: string; end: string };
type Window = { windowStart: string | null; windowEnd: string | null };

const DAY = 86_400_000;
const LEAST = 2;

/** Where a window lies in a period, as shares of its width. */
export function spanStyle({ windowStart, windowEnd }: Window, { start, end }: Span) {
  if (!windowStart || !windowEnd) return { display: "none" };
  const whole = days(start, end) + 1;
  const from = (days(start, windowStart) / whole) * 100;
  const width = Math.max(LEAST, ((days(windowStart, windowEnd) + 1) / whole) * 100);
  return { insetInlineStart: `${from}%`, inlineSize: `${Math.min(width, 100 - from)}%` };
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;
