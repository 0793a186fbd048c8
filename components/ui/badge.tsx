import type { ReactNode } from "react";
import { classes } from "./classes";

export type BadgeTone = "neutral" | "current" | "attention" | "positive" | "negative" | "closed";

const tones: Record<BadgeTone, { frame: string; dot: string }> = {
  neutral: { frame: "border-edge text-body", dot: "border-[1.5px] border-current" },
  current: {
    frame: "border-action-line bg-action-subtle text-action",
    dot: "half-dot border-[1.5px] border-current",
  },
  attention: {
    frame: "border-attention-line bg-attention-subtle text-attention",
    dot: "rotate-45 bg-current",
  },
  positive: {
    frame: "border-positive-line bg-positive-subtle text-positive",
    dot: "rounded-full bg-current",
  },
  negative: { frame: "border-negative-line bg-negative-subtle text-negative", dot: "bg-current" },
  closed: { frame: "border-line bg-well text-muted", dot: "h-[1.5px]! bg-current" },
};

export type BadgeProps = { tone?: BadgeTone; children: ReactNode };

/** A state in a word; its shape differs per tone, so that colour is never alone. */
export function Badge({ tone = "neutral", children }: BadgeProps) {
  const { frame, dot } = tones[tone];
  const round = tone === "neutral" || tone === "current" ? "rounded-full" : "";
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.5 rounded-[var(--nl-data-badge-border-radius)] border px-2 py-0.5 text-sm font-bold",
        frame,
      )}
    >
      <span aria-hidden="true" className={classes("badge-dot size-2 flex-none", round, dot)} />
      {children}
    </span>
  );
}
