import { classes } from "./classes";

/** How sure, from surest to least: the same drawing on timeline, board, charts and print. */
export type Sureness = "solid" | "hatched" | "dotted" | "outline";

/** A swatch with its word. */
export function CertaintyMark({ sureness, word }: { sureness: Sureness; word: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className={classes("h-3.5 w-7 flex-none", `drawn-${sureness}`)} />
      {word}
    </span>
  );
}
