"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes";

export type MenuProps = {
  label: ReactNode;
  /** Links and buttons, one under the other. */
  children: ReactNode;
  /** Which edge of the label the panel keeps to. */
  align?: "start" | "end";
};

/** A label that opens a panel. Works without JavaScript; with it, Escape, a press elsewhere and a followed link close it. */
export function Menu({ label, children, align = "start" }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      if (!menu?.open) return;
      const inside = event.target instanceof Node && menu.contains(event.target);
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        if (inside) menu.querySelector("summary")?.focus();
      } else if (inside && !(event.type === "click" && (event.target as Element).closest("a"))) return;
      menu.open = false;
    };
    for (const type of ["keydown", "click", "focusin"]) document.addEventListener(type, close);
    return () => {
      for (const type of ["keydown", "click", "focusin"]) document.removeEventListener(type, close);
    };
  }, []);
  return (
    <details ref={details} className="menu">
      <summary className="flex min-h-11 items-center gap-1.5">{label}</summary>
      <div className={classes("menu-panel", align === "end" ? "end-0" : "start-0")}>{children}</div>
    </details>
  );
}
