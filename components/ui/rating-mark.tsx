import { classes } from "./classes";

export type RatingLevel = "weak" | "average" | "strong" | "not-assessed";

const looks: Record<RatingLevel, string> = {
  weak: "rated-weak bg-rating-weak text-on-rating-weak",
  average: "rated-average bg-rating-average text-on-rating-average",
  strong: "bg-rating-strong text-on-rating-strong",
  "not-assessed": "drawn-nothing text-muted",
};

/** A rating as word, pattern and colour; not assessed is a hairline. `fill` lets it take a whole table cell. */
export function RatingMark({ level, word, fill }: { level: RatingLevel; word: string; fill?: boolean }) {
  return (
    <span
      className={classes(
        "rounded-sm px-2 py-1 text-sm",
        level === "weak" && "font-bold",
        fill ? "flex min-h-11 w-full items-center justify-center text-center" : "inline-block",
        looks[level],
      )}
    >
      {word}
    </span>
  );
}
