import { classes } from "./classes";

export type RatingLevel = "weak" | "average" | "strong" | "not-assessed";

const looks: Record<RatingLevel, { colours: string; bars: number }> = {
  weak: { colours: "bg-rating-weak text-on-rating-weak font-bold", bars: 1 },
  average: { colours: "bg-rating-average text-on-rating-average", bars: 2 },
  strong: { colours: "bg-rating-strong text-on-rating-strong", bars: 3 },
  "not-assessed": { colours: "text-muted", bars: 0 },
};

/** A rating as word, drawing and colour; not assessed is a hairline. `fill` lets it take a whole table cell. */
export function RatingMark({ level, word, fill }: { level: RatingLevel; word: string; fill?: boolean }) {
  const { colours, bars } = looks[level];
  return (
    <span
      className={classes(
        "rating items-center gap-2 rounded-sm px-2 py-1 text-sm",
        fill ? "flex min-h-11 w-full" : "inline-flex",
        level === "not-assessed" && "rating-none",
        colours,
      )}
    >
      {bars > 0 && <Bars filled={bars} />}
      <span>{word}</span>
    </span>
  );
}

/** One, two or three bars of three: reads in grey and without colour. */
function Bars({ filled }: { filled: number }) {
  return (
    <svg viewBox="0 0 14 12" aria-hidden="true" className="h-3 w-3.5 flex-none">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 5 + 0.5}
          y={8 - bar * 3.5 + 0.5}
          width="3"
          height={3 + bar * 3.5}
          fill={bar < filled ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}
