import type { ReactNode } from "react";
import { classes } from "./classes";
import { Link } from "./link";

export type RibbonStep = {
  /** The noun of the link in the chain. */
  label: string;
  /** What stands there; or, when missing, the verb that fills it. */
  text: ReactNode;
  href?: string;
  state: "done" | "current" | "open" | "missing";
};

const marks: Record<RibbonStep["state"], string> = {
  done: "bg-action-line border-action-line",
  current: "bg-action-line border-action-line ring-2 ring-action-line ring-offset-2 ring-offset-paper",
  open: "half-dot border-action-line",
  missing: "bg-paper border-edge border-dashed",
};

/** One line that places an object in a chain, each link with its state; what is missing is an open circle. */
export function Ribbon({ label, steps }: { label: string; steps: readonly RibbonStep[] }) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-col gap-x-6 gap-y-2 sm:flex-row sm:flex-wrap">
        {steps.map((step, index) => (
          <li
            key={index}
            className="flex min-w-0 items-start gap-2"
            aria-current={step.state === "current" ? "page" : undefined}
          >
            <span
              aria-hidden="true"
              className={classes("mt-1.5 size-3 flex-none rounded-full border-2", marks[step.state])}
            />
            <span className="min-w-0">
              <span className="block text-xs text-muted">{step.label}</span>
              <span className={classes("block max-w-56 text-sm", step.state === "current" && "font-bold")}>
                {step.href && step.state !== "current" ? (
                  <Link href={step.href}>{step.text}</Link>
                ) : (
                  step.text
                )}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
