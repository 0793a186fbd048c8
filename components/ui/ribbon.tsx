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

/** One line that places an object in a chain, each link with its state; what is missing is an open circle. */
export function Ribbon({ label, steps }: { label: string; steps: readonly RibbonStep[] }) {
  return (
    <nav aria-label={label}>
      <ol className="ribbon">
        {steps.map((step, index) => (
          <li
            key={index}
            className={classes("ribbon-step", `ribbon-${step.state}`)}
            aria-current={step.state === "current" ? "page" : undefined}
          >
            <span aria-hidden="true" className="ribbon-mark" />
            <span className="ribbon-words">
              <span className="block text-xs text-muted">{step.label}</span>
              <span className={classes("ribbon-text", step.state === "current" && "font-bold")}>
                {step.href && step.state !== "current" ? (
                  <Link href={step.href} plain={step.state === "done" || step.state === "open"}>
                    {step.text}
                  </Link>
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
